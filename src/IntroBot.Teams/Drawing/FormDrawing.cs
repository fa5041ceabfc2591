using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Drawing;

/// <summary>Draws a <see cref="Form"/> as a card with inputs, for a dialog or, in plain chat, as a message. An input's id is its field's name.</summary>
internal static class FormDrawing
{
    /// <summary>The step of the button that puts a form in plain chat away.</summary>
    public const string Cancel = "cancel";

    /// <summary>For a dialog, which Teams itself can close.</summary>
    public static AdaptiveCard Dialog(Form form, string nonce, ImmutableDictionary<string, string>? errors = null)
    {
        var data = Data(form, nonce);
        return Draw(form, errors, form.Submit is null ? [] : [new Submit(Fit.Text(form.Submit, Limits.ActionTitle), data) { Style = "positive" }], null);
    }

    /// <summary>For plain chat, with its title and a way to put it away.</summary>
    public static AdaptiveCard Message(Form form, string nonce, ImmutableDictionary<string, string>? errors = null)
    {
        var data = Data(form, nonce);
        List<CardAction> actions =
        [
            .. form.Submit is null ? Array.Empty<CardAction>() : [Buttons.Execute(Fit.Text(form.Submit, Limits.ActionTitle), data, "positive")],
            Buttons.Execute(Fit.Text(form.Close, Limits.ActionTitle), new ActionData(Cancel), inputs: "none"),
        ];
        return Draw(form, errors, actions, form.Title);
    }

    /// <summary>A press's question, asked once, with the button's own words as the answer.</summary>
    public static AdaptiveCard Question(ActionData press, string nonce, Language language)
    {
        var label = Fit.Text(press.Label ?? Phrases.In(language).Text(nameof(Words.TeamsDone)), Limits.ActionTitle);
        var sure = press with { Confirm = null, Label = null, Menu = null, Msteams = null, Nonce = nonce, Sure = true };
        var question = Fit.Text(press.Confirm ?? "", Limits.Text);
        return new AdaptiveCard([new RichTextBlock([new TextRun(question)]), new ActionSet([new Submit(label, sure) { Style = press.Step == Steps.Withdraw ? "destructive" : "positive" }])], Fit.Cut(question, Limits.Summary), null, CardDrawing.Lang(language));
    }

    /// <summary>Further steps to choose from, where a card has no room for them.</summary>
    public static AdaptiveCard Choice(ActionData more, Language language) => new(
        [new ActionSet([.. (more.Options ?? []).Take(Limits.Actions).Select(option => new Submit(Fit.Text(option.Label, Limits.ActionTitle), new ActionData(option.Step, more.Introduction, Menu: true, Open: true)))])],
        Phrases.In(language).Text(nameof(Words.TeamsMore)), null, CardDrawing.Lang(language));

    private static ActionData Data(Form form, string nonce) => new(form.Step, form.Introduction?.Value, Nonce: nonce);

    private static AdaptiveCard Draw(Form form, ImmutableDictionary<string, string>? errors, List<CardAction> actions, string? title)
    {
        var say = Phrases.In(form.Language);
        var wrong = errors ?? ImmutableDictionary<string, string>.Empty;
        var body = new List<Element>();
        if (title is not null)
        {
            body.Add(new TextBlock(Markdown.Escape(Fit.Text(title, Limits.Heading)), "heading", "Medium", "Bolder"));
        }

        if (!wrong.IsEmpty)
        {
            var astray = wrong.Where(error => !form.Fields.Any(field => Name(field) == error.Key)).Select(static error => error.Value);
            body.Add(Wrong(string.Join(' ', astray.Prepend(say.Text(nameof(Words.TeamsCheck))))));
        }

        body.AddRange(Freed(form.Fields).SelectMany(field => Elements(field, say, Name(field) is { } name ? wrong.GetValueOrDefault(name) : null)));
        if (actions.Count > 0)
        {
            body.Add(new ActionSet(actions));
        }

        return Fitted(new AdaptiveCard(body, Fit.Text(form.Title, Limits.Summary), null, CardDrawing.Lang(form.Language)));
    }

    /// <summary>What follows a choice that takes fields away may not be needed after all, and Teams asks for it before it tells what was chosen: the program asks instead.</summary>
    private static IEnumerable<Field> Freed(ImmutableArray<Field> fields)
    {
        var isFree = false;
        foreach (var field in fields)
        {
            yield return isFree && field is Field.Input { Required: true } input ? input with { Required = false } : field;
            isFree |= field is Field.Choice { Redraws: true };
        }
    }

    private static string? Name(Field field) => field switch
    {
        Field.Input input => input.Name,
        Field.Choice choice => choice.Name,
        Field.Day day => day.Name,
        _ => null,
    };

    private static IEnumerable<Element> Elements(Field field, Phrases say, string? wrong) => field switch
    {
        Field.Text text => [Lines.Draw(text.Line, Mentions.None, Limits.Text)],
        Field.Quote quote => [new Container([Lines.Draw(quote.Line, Mentions.None, Limits.Text)], "emphasis")],
        Field.Facts facts => facts.Values.Select(fact => Lines.Labelled(fact.Label, fact.Value, say.Language, Limits.Text)),
        Field.Input input => With(Draw(input, say, wrong), input.Hint, wrong),
        Field.Choice choice when choice.Groups.All(static group => group.Options.IsEmpty) => [],
        Field.Choice choice => With(Draw(choice, say, wrong), choice.Hint, wrong),
        Field.Day day => With(new InputDate(day.Name, Fit.Text(day.Label, Limits.Label), day.Initial?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), day.Hint, wrong),
        _ => throw new InvalidOperationException("unknown field"),
    };

    private static IEnumerable<Element> With(Element input, string? hint, string? wrong) =>
    [
        input,
        .. wrong is null ? Array.Empty<Element>() : [Wrong(wrong)],
        .. hint is null ? Array.Empty<Element>() : [new RichTextBlock([new TextRun(hint, "Small", IsSubtle: true)]) { Spacing = "None" }],
    ];

    private static RichTextBlock Wrong(string sentence) => new([new TextRun(Fit.Text(sentence, Limits.Text), Weight: "Bolder", Color: "Attention")]) { Spacing = "Small" };

    private static InputText Draw(Field.Input input, Phrases say, string? wrong)
    {
        var max = Math.Clamp(input.Max, 1, Limits.InputLength);
        return new InputText(input.Name, Fit.Text(input.Label, Limits.Label), Flag(input.Required), Missing(input.Required, say, wrong), Flag(input.Multiline), max,
            input.Placeholder, string.IsNullOrEmpty(input.Initial) ? null : Fit.Cut(Fit.Clean(input.Initial), max));
    }

    private static InputChoiceSet Draw(Field.Choice choice, Phrases say, string? wrong)
    {
        InputChoice[] options = [.. choice.Groups.SelectMany(static group => group.Options.Select(option =>
            new InputChoice(Fit.Text(group.Title is null ? option.Label : $"{group.Title} · {option.Label}", Limits.OptionTitle), option.Value)))];
        return new InputChoiceSet(choice.Name, Fit.Text(choice.Label, Limits.Label), Flag(choice.Required), Missing(choice.Required, say, wrong),
            choice.Radio ? "expanded" : "compact", options, options.Any(option => option.Value == choice.Initial) ? choice.Initial : null);
    }

    private static bool? Flag(bool set) => set ? true : null;

    private static string? Missing(bool required, Phrases say, string? wrong) => required ? wrong ?? say.Text(nameof(Words.TeamsRequired)) : null;

    /// <summary>A form fits by construction unless a programme has very many routes or people; then the choices are cut rather than the form refused.</summary>
    private static AdaptiveCard Fitted(AdaptiveCard card)
    {
        for (var most = 200; 2 * JsonSerializer.Serialize(card, CardJson.Wire.AdaptiveCard).Length > Limits.ResultBytes && most >= 10; most /= 2)
        {
            card = card with { Body = [.. card.Body.Select(element => element is InputChoiceSet set ? set with { Choices = [.. set.Choices.Take(most)] } : element)] };
        }

        return card;
    }
}
