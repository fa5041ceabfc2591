using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Receiving;

/// <summary>Choices in an open form that draw it anew.</summary>
internal sealed class Changes(Reception reception, SlackClient client, Whisper whisper, FormOpener forms, AfterAnswer after, LatestChoice latest)
{
    public async Task Handle(Interaction payload, ShownView view, Presser presser, Deadline deadline)
    {
        if (payload.Actions is not [{ ActionId: { } } action, ..] || view is not { Id: { } id, CallbackId: { } step })
        {
            return;
        }

        var when = action.ActionTs ?? payload.TriggerId ?? "";
        latest.Note(id, when);
        var baggage = Baggage.Read(view.PrivateMetadata);
        var said = new Said.Changed(step, ActionId.Introduction(baggage.Introduction), Inputs.Read(view));
        var answer = await reception.Ask(presser.Says(said, id, presser.Account.User, when), deadline);
        await after.Within(deadline, cancellation => Carry(answer, view, when, presser, baggage, cancellation));
    }

    private async Task Carry(Answer? answer, ShownView view, string when, Presser presser, Baggage baggage, CancellationToken cancellation)
    {
        switch (answer)
        {
            case Answer.Redraw redraw:
                await Draw(redraw.Form, view, when, baggage, cancellation);
                break;
            case Answer.Open open:
                await Draw(open.Form, view, when, baggage, cancellation);
                forms.Fill(view.Id!, open, baggage);
                break;
            case Answer.Notice notice:
                await whisper.Direct(presser, notice.Card, cancellation);
                break;
            default:
                break;
        }
    }

    /// <summary>Redraws on the view that was seen. When a newer one stands there already, the latest choice still has the last word.</summary>
    private async Task Draw(Form form, ShownView view, string when, Baggage baggage, CancellationToken cancellation)
    {
        var drawn = FormView.Draw(form, baggage);
        var reply = await client.Update(view.Id!, drawn, view.Hash, cancellation);
        if (reply is Reply.Refused { Error: "hash_conflict" } && latest.Is(view.Id!, when))
        {
            await client.Update(view.Id!, drawn, null, cancellation);
        }
    }
}
