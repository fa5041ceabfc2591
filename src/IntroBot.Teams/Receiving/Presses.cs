using System.Collections.Concurrent;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Drawing;

namespace IntroBot.Teams.Receiving;

/// <summary>
/// Presses answered in place (<c>adaptiveCard/action</c>). A press that the client repeats under a new id within seconds is the same press, unless the person pressed something else between or
/// was only told how things stood, which may have changed.
/// </summary>
internal sealed class Presses(Reception reception, FormTurns forms, Voice voice, AfterAnswer after, TimeProvider clock)
{
    private static readonly TimeSpan Repeated = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Never = TimeSpan.FromTicks(-1);

    private const int Kept = 5_000;

    private readonly Remembered<string, InvokeAnswer> pressed = new(Kept, clock);
    private readonly ConcurrentDictionary<Account, string> latest = new();

    public async Task<InvokeAnswer> Handle(Incoming here)
    {
        var raw = Payload.At(here.Activity.Value, "action", "data");
        if (ActionData.Read(raw, Payload.Text(here.Activity.Value, "action", "verb")) is not { } data)
        {
            return InvokeAnswer.Unreadable();
        }

        if (data.Step == FormDrawing.Cancel)
        {
            voice.Replace(here, PutAway.Cancelled(here.Language));
            return InvokeAnswer.Shows(PutAway.Cancelled(here.Language));
        }

        if (data is { Nonce: not null, Sure: null })
        {
            return Sent(here, await forms.Submit(here, data, raw));
        }

        var press = $"{here.Spot.Tenant}|{here.Account.User}|{here.Spot.Conversation}|{here.Activity.ReplyToId}|{data.Step}|{data.Introduction}|{data.Value}|{data.Menu}";
        if (!latest.TryGetValue(here.Account, out var before) || before != press)
        {
            pressed.Forget(press);
        }

        Keep(here.Account, press);
        return await pressed.Get(press, static answer => answer.IsPassing ? Never : Repeated, () => Press(here, data));
    }

    // Forgotten all at once when they are many: then a repeat is carried out, and a step repeated changes nothing.
    private void Keep(Account account, string press)
    {
        if (latest.Count >= Kept)
        {
            latest.Clear();
        }

        latest[account] = press;
    }

    private async Task<InvokeAnswer> Press(Incoming here, ActionData data)
    {
        var answer = await reception.Ask(here.Says(data.Press(), here.Spot.Conversation, here.Account.User, here.Activity.Id), here.Deadline);
        return answer switch
        {
            null => InvokeAnswer.Says(Sentences.TryAgain(here.Language)) with { IsPassing = true },
            Answer.Notice notice => Says(here, notice.Card),
            Answer.Errors errors => InvokeAnswer.Says(Sentences.Errors(errors.Fields.Values)) with { IsPassing = true },
            Answer.Open { Then: not null } => InvokeAnswer.Says(Phrases.In(here.Language).Text(nameof(Words.TeamsOpenFromCard))),
            Answer.Open open when await forms.Open(open, here) is { } shown => Shows(shown),
            Answer.Redraw redraw when await forms.Open(new Answer.Open(redraw.Form), here) is { } shown => Shows(shown),
            _ => InvokeAnswer.Says(Sentences.Done(here.Language)),
        };
    }

    private InvokeAnswer Sent(Incoming here, Filled filled)
    {
        switch (filled)
        {
            case Filled.Done:
                voice.Replace(here, PutAway.Sent(here.Language));
                return InvokeAnswer.Shows(PutAway.Sent(here.Language));
            case Filled.Says { Card: var card }:
                voice.Replace(here, PutAway.Sent(here.Language));
                return Says(here, card);
            case Filled.Again { Form: var form }:
                return Shows(form);
            default:
                return InvokeAnswer.Says(Sentences.TryAgain(here.Language)) with { IsPassing = true };
        }
    }

    private static InvokeAnswer Shows(ShownForm shown) => InvokeAnswer.Shows(FormDrawing.Message(shown.Form, shown.Nonce, shown.Errors));

    /// <summary>A sentence at once; a card with something to press goes to the private chat.</summary>
    private InvokeAnswer Says(Incoming here, Card card)
    {
        if (!card.Parts.OfType<Part.Actions>().Any())
        {
            return InvokeAnswer.Says(Flat.Text(card)) with { IsPassing = true };
        }

        after.Start(cancellation => voice.Privately(here, card, point: false, cancellation));
        return InvokeAnswer.Says(Fit.Text(card.Summary.ToString(), Limits.Summary));
    }
}
