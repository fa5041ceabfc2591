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
            var said = new Said.Shortcut(callback, SlackText.Decode(payload.Message?.Text));
            var answer = await reception.Ask(presser.Says(said, trigger), deadline);
            await after.Within(deadline, cancellation => answers.Carry(answer, presser, said, null, cancellation));
        }
    }
}
