using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>All of an introduction at a glance: the card, and who did what, when. Owners also read who opened the contact's details.</summary>
public sealed class History(IntroductionReader reader, QueueEntry entry, People people, Programme programme)
{
    private const int Shown = 25;

    /// <summary>The card.</summary>
    public async Task<Card> Draw(Introduction introduction, Speaker speaker, Actor actor, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var title = say.Line(nameof(Words.CardTitle), new Run.Said(introduction.DisplayCode, Strong: true), await people.Get(introduction.Introducer, cancellation));
        List<Part> parts = [new Part.Paragraph(title)];
        if (IntroductionCard.Facts(introduction, say) is { IsEmpty: false } facts)
        {
            parts.Add(new Part.Facts(facts));
        }

        if (introduction.Joined.Count > 0)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.CardJoined), string.Join(", ", introduction.Joined))));
        }

        parts.Add(new Part.Paragraph(await entry.Stands(introduction, say, cancellation)));
        parts.AddRange(entry.Steps(introduction, speaker) is { } steps ? [steps] : Array.Empty<Part>());
        parts.Add(new Part.Heading(say.Text(nameof(Words.HistoryTitle))));
        foreach (var happened in (await reader.Events(introduction.Id, cancellation)).Where(happened => StepWords.IsDeed(happened.Step) || (happened.Step == Steps.Contact && actor.IsOwner)).TakeLast(Shown))
        {
            parts.Add(new Part.Aside(say.Line(Word(happened), await people.Get(happened.By, cancellation), say.Moment(happened.At, programme.Zone))));
        }

        return new Card(say.Language, title, [.. parts]);
    }

    private static string Word(Event happened) => happened.Step == Steps.Contact ? nameof(Words.DeedContact) : StepWords.Deed(new Deed(happened.Step, happened.By, happened.At));
}
