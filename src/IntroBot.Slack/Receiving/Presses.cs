using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Receiving;

/// <summary>Buttons and menus of messages, and of the app's home.</summary>
internal sealed class Presses(Reception reception, ToPresser answers, HomeTab home, AfterAnswer after)
{
    private const string Introduce = "introduce";

    public async Task Handle(Interaction payload, Presser presser, Deadline deadline)
    {
        if (payload.Actions is not [{ } action, ..] || Said(action) is not { } said)
        {
            return;
        }

        var turn = presser.Says(said, presser.Where?.Channel ?? payload.View?.Id ?? "", Message(payload), presser.Account.User, action.ActionTs ?? payload.TriggerId ?? "");
        var answer = await reception.Ask(turn, deadline);
        await after.Within(deadline, async cancellation =>
        {
            if (payload.View is not { Type: "home" } view || !await home.Pressed(answer, presser, view, cancellation))
            {
                await answers.Carry(answer, presser, said, From(payload, presser, said), cancellation);
            }
        });
    }

    private static string Message(Interaction payload) => payload.Container?.MessageTs ?? payload.Message?.Ts ?? "";

    /// <summary>What a press says; null for an element that is not ours. Pressing <c>introduce</c> on what somebody wrote brings their text back.</summary>
    private static Said? Said(TakenAction action)
    {
        var (step, value) = action switch
        {
            { SelectedOption.Value: { } option } => ActionId.Split(option),
            { Type: "button", ActionId: { } id } => (ActionId.Step(id), action.Value),
            _ => ("", null),
        };
        var introduction = ActionId.Introduction(value);
        return step switch
        {
            "" => null,
            Introduce when introduction is null => new Said.Shortcut(Introduce, value ?? ""),
            _ => new Said.Pressed(step, introduction, introduction is null && !string.IsNullOrEmpty(value) ? value : null, FromMenu: action.SelectedOption is not null),
        };
    }

    private static OpenedFrom? From(Interaction payload, Presser presser, Said said)
    {
        var isEphemeral = payload.Container?.IsEphemeral == true;
        return said is not Said.Shortcut { Text.Length: > 0 } ? null
            : isEphemeral ? new OpenedFrom(null, true)
            : presser.Where is { } where && Message(payload) is { Length: > 0 } message ? new OpenedFrom(new QuoteRef(where.Channel, message), false)
            : null;
    }
}
