using System.Collections.Immutable;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Receiving;

/// <summary>Forms that were sent. An empty answer closes the form; anything else must be a response action (docs.slack.dev, modals).</summary>
internal sealed class Submissions(Reception reception, SlackClient client, FormOpener forms, AfterAnswer after, People people, TimeProvider clock)
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(1);

    /// <summary>Answers a form; null closes it.</summary>
    public async Task<ResponseAction?> Handle(ShownView view, Presser presser, Deadline deadline)
    {
        var baggage = Baggage.Read(view.PrivateMetadata);
        var language = baggage.Language ?? people.Language(presser.Account.User);
        var said = new Said.Submitted(view.CallbackId!, ActionId.Introduction(baggage.Introduction), Inputs.Read(view));
        var answer = await reception.Ask(presser.Says(said, view.Id!, view.CallbackId!), deadline);
        if (answer is Answer.Done or Answer.Notice && baggage.Quote is { } quote)
        {
            after.Start(cancellation => Replace(quote, language, cancellation));
        }

        return answer switch
        {
            null => Unanswered(view, language),
            Answer.Errors errors => Errors(view, errors.Fields, language),
            Answer.Notice notice => Says(view, notice.Card.Parts.Length == 0 ? notice.Card.Summary : Text(notice.Card), notice.Card.Language),
            Answer.Redraw redraw => Shows(redraw.Form, baggage),
            Answer.Open open => await Opens(view, open, baggage, deadline),
            _ => null,
        };
    }

    /// <summary>Another form in its place: what it waits for when that is there in time, else the loading one, which is filled once Slack has surely shown it.</summary>
    private async Task<ResponseAction> Opens(ShownView view, Answer.Open open, Baggage baggage, Deadline deadline)
    {
        var loaded = after.Track(forms.Loaded(open));
        try
        {
            return Shows(await loaded.WaitAsync(deadline.Left, clock), baggage);
        }
        catch (TimeoutException)
        {
            after.Start(async cancellation =>
            {
                await Task.Delay(Shown, clock, cancellation);
                await forms.Replace(view.Id!, await loaded, baggage, cancellation);
            });
            return Shows(open.Form, baggage);
        }
    }

    private static ResponseAction Shows(Form form, Baggage baggage) => new("update", FormView.Draw(form, baggage));

    /// <summary>Nobody can say whether it was recorded: what was typed stays, and sending it again records it once.</summary>
    private static ResponseAction Unanswered(ShownView view, Language language) =>
        Errors(view, ImmutableDictionary<string, string>.Empty.Add("", Sentence.Of(nameof(Words.SlackTryAgain), language)), language);

    /// <summary>Sentences beside the inputs they are about; one about no input of this form stands beside the first. Without inputs they are the form.</summary>
    private static ResponseAction Errors(ShownView view, ImmutableDictionary<string, string> sentences, Language language)
    {
        var inputs = Inputs.Names(view);
        if (inputs.IsEmpty)
        {
            return Says(view, Line.Of(string.Join('\n', sentences.Values)), language);
        }

        var errors = sentences
            .GroupBy(sentence => inputs.Contains(sentence.Key) ? sentence.Key : inputs[0])
            .ToDictionary(static place => place.Key, static place => Fit.Plain(string.Join(' ', place.Select(static sentence => sentence.Value)), Limits.Label).Text);
        return errors.Count > 0 ? new ResponseAction("errors", Errors: errors) : Says(view, Line.Of(Sentence.Of(nameof(Words.SlackTryAgain), language)), language);
    }

    private static ResponseAction Says(ShownView view, Line line, Language language)
    {
        var title = view.Title?.Text is { Length: > 0 } text ? text : Sentence.Of(nameof(Words.SlackTitle), language);
        return Shows(new Form(language, view.CallbackId!, title, [new Field.Text(line)], null, Sentence.Of(nameof(Words.SlackClose), language)), Baggage.None);
    }

    /// <summary>A card's paragraphs as one line, for a form has no cards.</summary>
    private static Line Text(Card card) => new(
    [
        .. card.Parts.SelectMany(static part => part switch
        {
            Part.Heading heading => Line.Of(heading.Text).Runs,
            Part.Paragraph paragraph => paragraph.Line.Runs,
            Part.Quote quote => quote.Line.Runs,
            Part.Aside aside => aside.Line.Runs,
            Part.Facts facts => [.. facts.Values.SelectMany(static fact => (ImmutableArray<Run>)[new Run.Said($"{fact.Label} "), .. fact.Value.Runs, new Run.Said("\n")])],
            _ => [],
        } is { IsEmpty: false } runs ? runs.Add(new Run.Said("\n")) : []),
    ]);

    private async Task Replace(QuoteRef quote, Language language, CancellationToken cancellation)
    {
        var drawn = CardBlocks.Draw(Cards.FormSent(language));
        await client.Update(new UpdateMessage(quote.Channel, quote.Message, drawn.Text, drawn.Blocks), cancellation);
    }
}
