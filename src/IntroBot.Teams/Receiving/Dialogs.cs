using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Drawing;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams.Receiving;

/// <summary>Dialogs (<c>task/fetch</c>, <c>task/submit</c>) and the message extension, which opens the same (<c>composeExtension/…</c>).</summary>
internal sealed class Dialogs(Reception reception, FormTurns forms, Voice voice, AfterAnswer after, References references, TimeProvider clock, Func<Guid> newId)
{
    // Teams waits five seconds for a dialog and asks twice more, under new ids: it is the same request.
    private static readonly TimeSpan Repeated = TimeSpan.FromSeconds(15);
    private readonly Remembered<string, string> requests = new(5_000, clock);

    /// <summary>Opens the dialog of a button.</summary>
    public async Task<InvokeAnswer> Fetch(Incoming here)
    {
        if (ActionData.Read(Payload.At(here.Activity.Value, "data")) is not { } data)
        {
            return InvokeAnswer.BadRequest;
        }

        return data is { Step: Buttons.MoreSteps, Options: { Count: > 0 } } ? InvokeAnswer.Dialog(Phrases.In(here.Language).Text(nameof(Words.TeamsMore)), FormDrawing.Choice(data, here.Language), isLong: false)
            : data is { Confirm: not null, Sure: null } ? InvokeAnswer.Dialog(data.Label ?? Phrases.In(here.Language).Text(nameof(Words.IntroBot)), FormDrawing.Question(data, newId().ToString("N"), here.Language), isLong: false)
            : await Open(here, data.Press(), await Request(here, data));
    }

    /// <summary>Opens the form of the message extension; an action on a message brings its text.</summary>
    public Task<InvokeAnswer> FetchCompose(Incoming here) =>
        Payload.Text(here.Activity.Value, "commandId") is { Length: > 0 and <= 64 } command
            ? Open(here, new Said.Shortcut(command, TeamsText.OfMessage(Payload.At(here.Activity.Value, "messagePayload")), Author(here)), here.Activity.Id)
            : Task.FromResult(InvokeAnswer.BadRequest);

    public Task<InvokeAnswer> Submit(Incoming here) => Submit(here, InvokeAnswer.Empty);

    /// <summary>The person who wrote the message acted on. Whoever is not of the tenant's own directory (<c>userIdentityType</c>: federated, anonymous, Skype) is of none we know.</summary>
    private static Author? Author(Incoming here) =>
        Payload.At(here.Activity.Value, "messagePayload", "from", "user") is { } user && Payload.Text(user, "id") is { Length: > 0 } id
            ? new Author(new Account(PlatformKind.Teams, Payload.Text(user, "userIdentityType") is null or "aadUser" or "onPremiseAadUser" ? here.Account.Organisation : "", id), Payload.Text(user, "displayName"))
            : null;

    /// <summary>Sends the form of the message extension, which works for people who have not added the bot: they hear at once what no private message can tell them.</summary>
    public async Task<InvokeAnswer> SubmitCompose(Incoming here) => await Submit(here, await CanHear(here)
        ? new InvokeAnswer(200, new Nothing())
        : InvokeAnswer.DialogSays(Phrases.In(here.Language).Text(nameof(Words.TeamsSentAddMe))));

    private async Task<bool> CanHear(Incoming here)
    {
        try
        {
            return await references.Person(here.Account.Organisation, here.Account.User, CancellationToken.None) is { Personal: not null };
        }
        catch (Ledger.StoreUnavailableException)
        {
            return true;
        }
    }

    private async Task<InvokeAnswer> Open(Incoming here, Said said, string? request, InvokeAnswer? done = null)
    {
        var answer = await reception.Ask(here.Says(said, here.Spot.Conversation, here.Account.User, request), here.Deadline);
        return answer switch
        {
            Answer.Open open when await forms.Open(open, here) is { } shown => Shows(shown),
            Answer.Redraw redraw when await forms.Open(new Answer.Open(redraw.Form), here) is { } shown => Shows(shown),
            Answer.Notice notice => Says(here, notice.Card),
            Answer.Errors errors => InvokeAnswer.DialogSays(Sentences.Errors(errors.Fields.Values)),
            Answer.Done => done ?? InvokeAnswer.DialogSays(Sentences.Done(here.Language)),
            _ => TryAgain(here),
        };
    }

    private async Task<InvokeAnswer> Submit(Incoming here, InvokeAnswer closed)
    {
        var raw = Payload.At(here.Activity.Value, "data");
        if (ActionData.Read(raw) is not { } data)
        {
            return InvokeAnswer.BadRequest;
        }

        return data.Open == true ? await Open(here, data.Press(), await Request(here, data), closed) : data.Sure == true ? await Sure(here, data, closed) : await forms.Submit(here, data, raw) switch
        {
            Filled.Done => closed,
            Filled.Says said => Says(here, said.Card),
            Filled.Again again => Shows(again.Form),
            _ => TryAgain(here),
        };
    }

    private Task<string> Request(Incoming here, ActionData data) => requests.Get(
        $"{here.Tenant}|{here.Account.User}|{here.Spot.Conversation}|{here.Activity.ReplyToId}|{data.Step}|{data.Introduction}|{data.Value}|{data.Menu}", static _ => Repeated, () => Task.FromResult(here.Activity.Id ?? newId().ToString("N")));

    /// <summary>The press behind a question that was answered.</summary>
    private async Task<InvokeAnswer> Sure(Incoming here, ActionData data, InvokeAnswer closed) =>
        await reception.Ask(here.Says(data.Press(), here.Account.User, data.Step, data.Nonce ?? here.Activity.Id), here.Deadline) switch
        {
            null => TryAgain(here),
            Answer.Notice notice => Says(here, notice.Card),
            Answer.Open open when await forms.Open(open, here) is { } shown => Shows(shown),
            _ => closed,
        };

    private static InvokeAnswer Shows(ShownForm shown) =>
        InvokeAnswer.Dialog(shown.Form.Title, FormDrawing.Dialog(shown.Form, shown.Nonce, shown.Errors), isLong: shown.Form.Fields.Length > 4);

    private static InvokeAnswer TryAgain(Incoming here) => InvokeAnswer.DialogSays(Sentences.TryAgain(here.Language)) with { IsPassing = true };

    /// <summary>A sentence at once; a card with something to press goes to the private chat.</summary>
    private InvokeAnswer Says(Incoming here, Card card)
    {
        if (!card.Parts.OfType<Part.Actions>().Any())
        {
            return InvokeAnswer.DialogSays(Flat.Text(card));
        }

        after.Start(cancellation => voice.Privately(here, card, point: false, cancellation));
        return InvokeAnswer.DialogSays(Fit.Text(card.Summary.ToString(), Limits.Summary));
    }
}
