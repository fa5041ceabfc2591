using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Teams.Drawing;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Answering;

/// <summary>A form to be shown, with what is wrong in it.</summary>
internal sealed record ShownForm(Form Form, string Nonce, ImmutableDictionary<string, string>? Errors = null, bool IsPassing = false);

/// <summary>What became of a form that was sent.</summary>
internal abstract record Filled
{
    /// <summary>It is recorded.</summary>
    public sealed record Done : Filled;

    /// <summary>It is settled, and this is to be said.</summary>
    public sealed record Says(Card Card) : Filled;

    /// <summary>It is shown again.</summary>
    public sealed record Again(ShownForm Form) : Filled;

    /// <summary>Nobody can say whether it was recorded, nor draw it again.</summary>
    public sealed record Unanswered : Filled;
}

/// <summary>Opens forms and takes them back filled. A form's nonce is its request's id, so a form sent twice counts once; what went wrong stands beside the fields, and what was typed stays.</summary>
internal sealed class FormTurns(Reception reception, Skeletons skeletons, Func<Guid> newId)
{
    /// <summary>The form an answer opens; null when it could not be loaded in time.</summary>
    public async Task<ShownForm?> Open(Answer.Open open, Incoming here)
    {
        if (await reception.Load(open, here.Deadline) is not { } form)
        {
            return null;
        }

        var nonce = newId().ToString("N");
        skeletons.Keep(here.Account, nonce, form);
        return new ShownForm(form, nonce);
    }

    /// <summary>Sends a form.</summary>
    public async Task<Filled> Submit(Incoming here, ActionData data, JsonElement? raw)
    {
        var values = ActionData.Inputs(raw);
        var nonce = data.Nonce ?? here.Activity.Id ?? newId().ToString("N");
        if (TooLong(values, here.Language) is { IsEmpty: false } tooLong)
        {
            return await Again(here, data, values, nonce, tooLong) ?? new Filled.Unanswered();
        }

        var answer = await reception.Ask(here.Says(new Said.Submitted(data.Step!, data.Id, values), here.Account.User, data.Step, nonce), here.Deadline);
        return answer switch
        {
            null => Unanswered(here, data, values, nonce),
            Answer.Errors errors => await Again(here, data, values, nonce, errors.Fields) ?? Unanswered(here, data, values, nonce),
            Answer.Notice notice => new Filled.Says(notice.Card),
            Answer.Redraw redraw => new Filled.Again(new ShownForm(redraw.Form, nonce)),
            Answer.Open open => await Open(open, here) is { } shown ? new Filled.Again(shown) : new Filled.Unanswered(),
            _ => new Filled.Done(),
        };
    }

    /// <summary>Teams holds no one to an input's length but the client.</summary>
    private static ImmutableDictionary<string, string> TooLong(ImmutableDictionary<string, string> values, Language language) => values
        .Where(static pair => pair.Value.Length > Limits.InputLength)
        .ToImmutableDictionary(static pair => pair.Key, _ => Phrases.In(language).Text(nameof(Words.TeamsTooLong)));

    /// <summary>The form with what was typed and what is wrong. The form to introduce depends on what was chosen, so it is asked for; others are as they were.</summary>
    private async Task<Filled?> Again(Incoming here, ActionData data, ImmutableDictionary<string, string> values, string nonce, ImmutableDictionary<string, string> errors)
    {
        var kept = data.Step == Steps.Introduce ? null : skeletons.Of(here.Account, nonce);
        return (kept ?? await Reopened(here, data, values, nonce) ?? skeletons.Of(here.Account, nonce)) is { } form
            ? new Filled.Again(new ShownForm(With(form, values), nonce, errors)) : null;
    }

    private Filled Unanswered(Incoming here, ActionData data, ImmutableDictionary<string, string> values, string nonce) =>
        skeletons.Of(here.Account, data.Nonce) is { } form
            ? new Filled.Again(new ShownForm(With(form, values), nonce, ImmutableDictionary<string, string>.Empty.Add("", Sentences.TryAgain(form.Language)), IsPassing: true))
            : new Filled.Unanswered();

    private async Task<Form?> Reopened(Incoming here, ActionData data, ImmutableDictionary<string, string> values, string nonce)
    {
        Said said = data.Step == Steps.Introduce ? new Said.Changed(data.Step, data.Id, values)
            : data.Id is not null ? new Said.Pressed(data.Step!, data.Id, FromMenu: true)
            : new Said.Command("intros", data.Step!);
        return await reception.Ask(here.Says(said, here.Account.User, data.Step, nonce, "again"), here.Deadline) switch
        {
            Answer.Redraw redraw => redraw.Form,
            Answer.Open open => await reception.Load(open, here.Deadline) is { Submit: not null } form ? form : null,
            _ => null,
        };
    }

    private static Form With(Form form, ImmutableDictionary<string, string> values) => form with
    {
        Fields =
        [
            .. form.Fields.Select(Field (field) => field switch
            {
                Field.Input input => input with { Initial = values.GetValueOrDefault(input.Name) },
                Field.Choice choice => choice with { Initial = values.GetValueOrDefault(choice.Name) },
                Field.Day day => day with { Initial = DateOnly.TryParseExact(values.GetValueOrDefault(day.Name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var picked) ? picked : null },
                _ => field,
            }),
        ],
    };
}
