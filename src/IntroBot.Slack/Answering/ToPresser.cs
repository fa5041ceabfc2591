using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using IntroBot.Slack.Receiving;

namespace IntroBot.Slack.Answering;

/// <summary>Carries an answer to whoever pressed: forms open with their trigger, everything else is told to them alone.</summary>
internal sealed class ToPresser(FormOpener forms, Whisper whisper, ResponseAddress address, People people)
{
    public async Task Carry(Answer? answer, Presser presser, Said said, OpenedFrom? from, CancellationToken cancellation)
    {
        if (await Told(answer, presser, said, from, cancellation) is { } card)
        {
            await whisper.Tell(presser, card, cancellation);
        }
    }

    /// <summary>Opens what is to be opened; the card that is left to be told, if any.</summary>
    public Task<Card?> Told(Answer? answer, Presser presser, Said said, OpenedFrom? from, CancellationToken cancellation) => answer switch
    {
        null => Task.FromResult<Card?>(Cards.TryAgain(people.Language(presser.Account.User))),
        Answer.Notice notice => Task.FromResult<Card?>(notice.Card),
        Answer.Errors errors => Task.FromResult<Card?>(Cards.Errors(errors.Fields, people.Language(presser.Account.User))),
        Answer.Open open => Open(open, presser, said, from, cancellation),
        Answer.Redraw redraw => Open(new Answer.Open(redraw.Form), presser, said, from, cancellation),
        _ => Task.FromResult<Card?>(null),
    };

    private async Task<Card?> Open(Answer.Open open, Presser presser, Said said, OpenedFrom? from, CancellationToken cancellation)
    {
        if (!await forms.Open(presser.TriggerId, open, Baggage.None with { Quote = from?.Quote }, cancellation))
        {
            return Cards.FormLate(open.Form, said);
        }

        if (from is { IsEphemeral: true })
        {
            await address.Delete(presser.ResponseUrl, cancellation);
        }

        return null;
    }
}

/// <summary>The bot's own message that offered the form: a quote to be replaced when the form is sent, or an ephemeral one that goes at once.</summary>
internal sealed record OpenedFrom(QuoteRef? Quote, bool IsEphemeral);
