using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>Finds an introduction by its code, or open ones of one's routes by words about what the contact does and where. Nothing is looked for in who they are.</summary>
public sealed class Search(Indexes indexes, Lists lists, IntroductionReader reader, QueueEntry entry, History history, MyIntroductions mine, Admission admission)
{
    /// <summary>What a button's value for more of a search begins with.</summary>
    public const string Found = "found";

    private const int PageSize = 8;
    private const int LookedAt = 200;
    private const int LongestWords = 200;

    /// <summary>The introduction whose code a text is. Null when the text is no code, or one without <c>INT</c> that stands for nothing the speaker may see: then it may be a word.</summary>
    public async Task<Answer?> ByCode(Speaker speaker, string text, CancellationToken cancellation)
    {
        if (IntroductionCode.Read(text) is not { } code)
        {
            return null;
        }

        var shown = await indexes.Find(code.Code, cancellation) is { } id ? await Show(speaker, id, cancellation) : null;
        return shown ?? (code.IsCertain ? Notice(speaker.Say.Language, speaker.Say.Line(nameof(Words.NoSuchIntroduction))) : null);
    }

    /// <summary>An introduction with what happened to it, for whoever looks after it; as one's own for the introducer; null for everybody else.</summary>
    public async Task<Answer?> Show(Speaker speaker, IntroductionId id, CancellationToken cancellation)
    {
        if (await reader.Load(id, cancellation) is not { Introduction: var introduction })
        {
            return null;
        }

        var actor = admission.Actor(speaker, introduction);
        // While the contact is asked, and when nothing came of that, nobody but the introducer learns that there is one.
        var isTheirs = introduction.HasCard || introduction.Claimer is not null;
        return isTheirs && (actor.IsRecruiter || actor.IsFallback || actor.IsOwner) ? new Answer.Notice(await history.Draw(introduction, speaker, actor, cancellation))
            : actor.Introduced(introduction) ? new Answer.Notice(await mine.Draw(introduction, speaker, cancellation))
            : null;
    }

    /// <summary>Open introductions of the speaker's routes that have all the words, the oldest first.</summary>
    public async Task<Answer> ByWords(Speaker speaker, Duties duties, string words, string? after, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var asked = words.Length > LongestWords ? words[..LongestWords] : words;
        var wanted = PlainWords.Of(asked);
        List<IndexRange> ranges = [.. duties.Routes.SelectMany(static route => new[] { new IndexRange(Indexes.Open(route.Name), "", "", Indexes.End), new IndexRange(Indexes.Open(route.Name), Indexes.Taken, "", Indexes.End) })];
        var page = await lists.Page(ranges, PageSize, after, introduction => introduction is { IsOpen: true, HasCard: true } && wanted.Except(PlainWords.Of($"{introduction.About} {introduction.Location}")).Any() == false, cancellation, LookedAt);
        var title = say.Line(page.Introductions.Count > 0 ? nameof(Words.SearchFound) : page.Next is null ? nameof(Words.SearchFoundNothing) : nameof(Words.SearchFoundNothingYet), new Run.Typed(asked));
        var parts = new List<Part> { new Part.Paragraph(title) };
        foreach (var introduction in page.Introductions)
        {
            parts.AddRange(await entry.Draw(introduction, speaker, cancellation));
        }

        if (page.Next is { } next)
        {
            parts.Add(new Part.Actions(null, [new Button(Queue.Step, say.Text(nameof(Words.SearchOn)), Value: $"{Found} {next} {asked}")]));
        }

        return new Answer.Notice(new Card(say.Language, title, [.. parts]));
    }

    private static Answer.Notice Notice(Language language, Line line) => new(Card.Of(language, line));
}
