using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>One's own introductions, newest first, each with where it stands and what one can do.</summary>
public sealed class MyIntroductions(Indexes indexes, People people, Programme programme)
{
    /// <summary>The button for the next page; its value names the last entry of this one.</summary>
    public const string More = "more";

    private const int PageSize = 8;

    /// <summary>A page.</summary>
    public async Task<Answer> Show(Speaker speaker, string? after, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var (entries, next) = await indexes.MyIntroductions(speaker.Person, PageSize, after, cancellation);
        if (entries.Count == 0)
        {
            var invitation = say.Line(nameof(Words.NoIntroductionsYet));
            return new Answer.Notice(new Card(say.Language, invitation, [new Part.Paragraph(invitation), Invite(say)]));
        }

        var title = say.Line(nameof(Words.MyIntroductions));
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(new Part.Heading(title.ToString()));
        foreach (var (at, entry) in entries.Index())
        {
            parts.AddRange(at == 0 ? [] : new Part[] { new Part.Divider() });
            parts.AddRange(await Entry(entry, say, cancellation));
        }

        if (next is not null)
        {
            parts.Add(new Part.Actions(null, [new Button(More, say.Text(nameof(Words.ShowMore)), Value: next)]));
        }

        return new Answer.Notice(new Card(say.Language, title, parts.ToImmutable()));
    }

    /// <summary>The buttons that begin: introduce somebody, or ask a recruiter first.</summary>
    public static Part.Actions Invite(Phrases say) => new(null,
        [new Button(Steps.Introduce, say.Text(nameof(Words.Introduce)), ButtonStyle.Primary), new Button(Steps.AskFirst, StepWords.Button(Steps.AskFirst, say))]);

    private async Task<IEnumerable<Part>> Entry(IndexEntry entry, Phrases say, CancellationToken cancellation)
    {
        var claimer = entry.Claimer is { } id ? await people.Get(id, cancellation) : null;
        var introduction = entry.Introduction;
        var standing = Standing.ToIntroducer(introduction, programme, say, _ => claimer!);
        var line = new Line([new Run.Said(introduction.DisplayCode, Strong: true), new Run.Said($" · {say.ShortDay(entry.CreatedAt, programme.Zone)}"), .. say.Line(nameof(Words.Colon)).Runs, .. standing.Runs]);
        return [new Part.Paragraph(line), .. Story.Actions(introduction, say)];
    }
}
