using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary><c>/intros queue</c>: what waits for a recruiter, a fallback or an owner. Who may see what is decided anew at every page and every press.</summary>
public sealed class Queue(QueueLists lists, QueueEntry entry, Search search, Programme programme)
{
    /// <summary>The button for a list's next page; its value is the list and where to go on.</summary>
    public const string Step = "queue";

    private const int PageSize = 8;
    private const int Glimpse = 3;

    /// <summary>What was asked for after the command: nothing, a list's name, a code, or words to look for.</summary>
    public async Task<Answer> Ask(Speaker speaker, string asked, CancellationToken cancellation) =>
        Duties.Of(speaker, programme) is not { } duties ? await search.ByCode(speaker, asked, cancellation) ?? Sentence(speaker.Say, nameof(Words.QueueIsForRecruiters))
        : asked.Length == 0 ? await Glance(speaker, duties, cancellation)
        : BotCommand.QueueList(asked) is { } list ? await Page(speaker, duties, list, null, cancellation)
        : await search.ByCode(speaker, asked, cancellation) ?? await search.ByWords(speaker, duties, asked, null, cancellation);

    /// <summary>What the button asked for: a list, or a search, from where it stopped.</summary>
    public async Task<Answer> More(Speaker speaker, string? value, CancellationToken cancellation) =>
        Duties.Of(speaker, programme) is not { } duties ? Sentence(speaker.Say, nameof(Words.QueueIsForRecruiters))
        : (value ?? "").Split(' ', 3) is [Search.Found, var place, var words] ? await search.ByWords(speaker, duties, words, place, cancellation)
        : (value ?? "").Split(' ', 2) is [var list, .. var after] && QueueLists.All.Contains(list) ? await Page(speaker, duties, list, after.FirstOrDefault(), cancellation)
        : await Glance(speaker, duties, cancellation);

    /// <summary>The beginning of each list that has something, for a page of which it is a part; the buttons for the rest are of <paramref name="step"/>.</summary>
    public async Task<IReadOnlyList<Part>> Glimpses(Speaker speaker, Duties duties, string step, CancellationToken cancellation)
    {
        var parts = new List<Part>();
        foreach (var list in QueueLists.All)
        {
            parts.AddRange(await Parts(speaker, duties, list, Glimpse, null, step, cancellation));
        }

        return parts;
    }

    /// <summary>A page of a list; no parts when there is nothing on it.</summary>
    public async Task<IReadOnlyList<Part>> Parts(Speaker speaker, Duties duties, string list, int take, string? after, string step, CancellationToken cancellation)
    {
        var page = await lists.Page(list, speaker, duties, take, after, cancellation);
        if (page is { Introductions.Count: 0, Next: null })
        {
            return [];
        }

        var parts = new List<Part> { new Part.Heading(Title(list, speaker.Say)) };
        foreach (var introduction in page.Introductions)
        {
            parts.AddRange(await entry.Draw(introduction, speaker, cancellation));
        }

        if (page.Next is { } next)
        {
            parts.Add(new Part.Actions(null, [new Button(step, speaker.Say.Text(nameof(Words.QueueMore), Title(list, speaker.Say)), Value: $"{list} {next}")]));
        }

        return parts;
    }

    private static string Title(string list, Phrases say) => say.Text(list switch
    {
        QueueLists.Overdue => nameof(Words.QueueOverdue),
        QueueLists.Unclaimed => nameof(Words.QueueUnclaimed),
        _ => nameof(Words.QueueMine),
    });

    private static Answer.Notice Sentence(Phrases say, string word) => new(Card.Of(say.Language, say.Line(word)));

    private async Task<Answer> Glance(Speaker speaker, Duties duties, CancellationToken cancellation)
    {
        var parts = await Glimpses(speaker, duties, Step, cancellation);
        return parts.Count == 0 ? Sentence(speaker.Say, nameof(Words.QueueEmpty)) : Shown(speaker.Say, speaker.Say.Line(nameof(Words.QueueTitle)), parts);
    }

    private async Task<Answer> Page(Speaker speaker, Duties duties, string list, string? after, CancellationToken cancellation)
    {
        var parts = await Parts(speaker, duties, list, PageSize, after, Step, cancellation);
        return parts.Count == 0 ? Sentence(speaker.Say, nameof(Words.QueueEmptyList)) : Shown(speaker.Say, Line.Of(Title(list, speaker.Say)), parts);
    }

    private static Answer.Notice Shown(Phrases say, Line title, IReadOnlyList<Part> parts) => new(new Card(say.Language, title, [.. parts]));
}
