using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;

namespace IntroBot.Slack.Receiving;

/// <summary>Global shortcuts, and shortcuts on a message, whose text comes along.</summary>
internal sealed class Shortcuts(Reception reception, ToPresser answers, AfterAnswer after)
{
    public async Task Handle(Interaction payload, string callback, string trigger, Presser presser, Deadline deadline)
    {
        if (Surface.Shortcuts.ContainsKey(callback))
        {
            var said = new Said.Shortcut(callback, SlackText.Decode(payload.Message?.Text), Author(payload, presser));
            var answer = await reception.Ask(presser.Says(said, trigger), deadline);
            await after.Within(deadline, cancellation => answers.Carry(answer, presser, said, null, cancellation));
        }
    }

    /// <summary>The person who wrote the message; nobody for what an app wrote.</summary>
    private static Author? Author(Interaction payload, Presser presser) => payload.Message is { User.Length: > 0, BotId: null } message
        ? new Author(new Account(PlatformKind.Slack, Presser.Organisation(message.Team, payload.Enterprise?.Id, presser.Workspace), message.User))
        : null;
}
