using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Drawing;

/// <summary>Draws what can be pressed. What needs a dialog asks Teams to fetch one; everything else is executed in place.</summary>
internal static class Buttons
{
    /// <summary>The step of the button that offers further ones.</summary>
    public const string MoreSteps = "more-steps";

    private static readonly HashSet<string> Dialogs =
        [Steps.Introduce, Steps.Contact, Steps.Correct, Steps.Hired, Steps.NotNow, Steps.Pass, Steps.AskIntroducer, Steps.Answer, Steps.AskFirst, PreferencesDesk.Step];

    /// <summary>At most <see cref="Limits.Actions"/> actions; what does not fit is offered in a dialog that the last one opens.</summary>
    public static IReadOnlyList<CardAction> Draw(Part.Actions actions, Language language)
    {
        List<CardAction> buttons = [.. actions.Buttons.Take(Limits.Actions).Select(button => Draw(button, actions.Introduction))];
        List<CardAction> options = [.. (actions.More?.Options ?? []).Take(Limits.Actions).Select(option => Draw(option, actions.Introduction))];
        if (buttons.Count + options.Count <= Limits.Actions)
        {
            return [.. buttons, .. options];
        }

        OfferedStep[] rest = [.. actions.Buttons.Skip(Limits.Actions - 1).Select(static button => new OfferedStep(button.Step, button.Label)), .. actions.More!.Options.Select(static option => new OfferedStep(option.Step, option.Label))];
        return [.. buttons.Take(Limits.Actions - 1), new Submit(Phrases.In(language).Text(nameof(Words.TeamsMore)), new ActionData(MoreSteps, actions.Introduction?.Value, Options: rest, Msteams: Routing.Fetch))];
    }

    /// <summary>A press that a client without Action.Execute sends as a message.</summary>
    public static Execute Execute(string title, ActionData data, string? style = null, string? inputs = null) =>
        new(title, data.Step!, data, new Submit(title, data) { Style = style, AssociatedInputs = inputs }) { Style = style, AssociatedInputs = inputs };

    private static CardAction Draw(Button button, IntroductionId? introduction)
    {
        var title = Fit.Text(button.Label, Limits.ActionTitle);
        var data = new ActionData(button.Step, introduction?.Value, introduction is null && button.Value is { } value ? Fit.Cut(value, Limits.Value) : null);
        var style = button.Style switch { ButtonStyle.Primary => "positive", ButtonStyle.Danger => "destructive", _ => null };
        return button.Confirm is { } question ? new Submit(title, data with { Confirm = question, Label = title, Msteams = Routing.Fetch }) { Style = style }
            : Dialogs.Contains(button.Step) ? new Submit(title, data with { Msteams = Routing.Fetch }) { Style = style }
            : Execute(title, data, style);
    }

    // The menu's claim asks for a word of thanks, so it needs a dialog where the button does not.
    private static CardAction Draw(MenuOption option, IntroductionId? introduction)
    {
        var title = Fit.Text(option.Label, Limits.ActionTitle);
        var data = new ActionData(option.Step, introduction?.Value, Menu: true);
        return Dialogs.Contains(option.Step) || option.Step == Steps.Claim ? new Submit(title, data with { Msteams = Routing.Fetch }) : Execute(title, data);
    }
}
