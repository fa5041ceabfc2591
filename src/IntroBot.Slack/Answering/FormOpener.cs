using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Answering;

/// <summary>Opens forms while the trigger lives, and fills those that said they were loading.</summary>
internal sealed class FormOpener(SlackClient client, AfterAnswer after)
{
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

    /// <summary>Replaces a loading form by what it waited for, after the answer; by an apology when that fails.</summary>
    public void Fill(string view, Answer.Open open, Baggage baggage)
    {
        if (open.Then is { } then)
        {
            after.Start(async cancellation => await client.Update(view, FormView.Draw(await Loaded(open.Form, then, cancellation), baggage), null, cancellation));
        }
    }

    /// <summary>A form that says that loading failed.</summary>
    private static async Task<Form> Loaded(Form loading, Func<CancellationToken, Task<Form>> then, CancellationToken cancellation)
    {
        try
        {
            return await then(cancellation);
        }
#pragma warning disable CA1031 // Whatever kept the form from loading, the person in front of it hears that it did.
        catch (Exception)
#pragma warning restore CA1031
        {
            var sorry = new Field.Text(Line.Of(Sentence.Of(nameof(Words.SlackFormFailed), loading.Language)));
            return loading with { Fields = [sorry], Submit = null };
        }
    }
}
