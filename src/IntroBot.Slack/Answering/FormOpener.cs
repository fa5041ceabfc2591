using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Answering;

/// <summary>Opens forms while the trigger lives, and fills those that said they were loading.</summary>
internal sealed class FormOpener(SlackClient client, AfterAnswer after, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Opens a form; false when Slack did not open it.</summary>
    public async Task<bool> Open(string? trigger, Answer.Open open, Baggage baggage, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(trigger) || await client.Open(trigger, FormView.Draw(open.Form, baggage), cancellation) is not Reply.Done done)
        {
            return false;
        }

        if (open.Then is null)
        {
            return true;
        }

        if (done.Body.View?.Id is not { } view)
        {
            return false;
        }

        Fill(view, open, baggage);
        return true;
    }

    /// <summary>Replaces a loading form by what it waited for, after the answer.</summary>
    public void Fill(string view, Answer.Open open, Baggage baggage)
    {
        if (open.Then is not null)
        {
            after.Start(async cancellation => await Replace(view, await Loaded(open), baggage, cancellation));
        }
    }

    public Task Replace(string view, Form form, Baggage baggage, CancellationToken cancellation) => client.Update(view, FormView.Draw(form, baggage), null, cancellation);

    /// <summary>The form that a loading one waits for; one that says so when it cannot be had.</summary>
    public async Task<Form> Loaded(Answer.Open open)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return open.Then is { } then ? await then(limit.Token) : open.Form;
        }
#pragma warning disable CA1031 // Whatever kept the form from loading, the person in front of it hears that it did.
        catch (Exception)
#pragma warning restore CA1031
        {
            var sorry = new Field.Text(Line.Of(Sentence.Of(nameof(Words.SlackFormFailed), open.Form.Language)));
            return open.Form with { Fields = [sorry], Submit = null };
        }
    }
}
