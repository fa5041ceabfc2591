using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Routes;

namespace IntroBot.Introductions;

/// <summary>One's own introductions, newest first, each with where it stands, who answers by when, and what one can do.</summary>
public sealed class MyIntroductions(Lists lists, WhoAnswers answers, People people, Programme programme, TimeProvider time)
{
    /// <summary>The button for the next page; its value says where that begins.</summary>
    public const string More = "more";

    private const int PageSize = 8;

    /// <summary>A page of all of them.</summary>
    public async Task<Answer> Show(Speaker speaker, string? after, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var page = await Page(speaker, "", PageSize, after, cancellation);
        if (page is { Introductions.Count: 0, Next: null })
        {
            var invitation = say.Line(nameof(Words.NoIntroductionsYet));
            return new Answer.Notice(new Card(say.Language, invitation, [new Part.Paragraph(invitation), Invite(say)]));
        }

        var title = say.Line(nameof(Words.MyIntroductions));
        List<Part> parts = [new Part.Heading(title.ToString()), .. await Entries(page, speaker, cancellation)];
        if (page.Next is { } next)
        {
            parts.Add(new Part.Actions(null, [new Button(More, say.Text(nameof(Words.ShowMore)), Value: next)]));
        }

        return new Answer.Notice(new Card(say.Language, title, [.. parts]));
    }

    /// <summary>A page of those whose rows have a prefix of <see cref="Indexes"/>; of all without one.</summary>
    public Task<Listed> Page(Speaker speaker, string prefix, int take, string? after, CancellationToken cancellation) => lists.Page(
        [.. speaker.Person.Everywhere.Select(id => new IndexRange(Indexes.Mine(id), prefix, "", Indexes.End))], take, after,
        introduction => speaker.Person.Is(introduction.Introducer) && (prefix.Length == 0 || introduction.LooksOpen == (prefix == Indexes.OpenOnes)), cancellation);

    /// <summary>The entries of a page, with rules between them.</summary>
    public async Task<IReadOnlyList<Part>> Entries(Listed page, Speaker speaker, CancellationToken cancellation)
    {
        var parts = new List<Part>();
        foreach (var (at, introduction) in page.Introductions.Index())
        {
            parts.AddRange(at == 0 ? [] : new Part[] { new Part.Divider() });
            parts.AddRange(await Entry(introduction, speaker.Say, cancellation));
        }

        return parts;
    }

    /// <summary>A single one.</summary>
    public async Task<Card> Draw(Introduction introduction, Speaker speaker, CancellationToken cancellation) =>
        new(speaker.Say.Language, Line.Of(introduction.DisplayCode), [.. await Entry(introduction, speaker.Say, cancellation)]);

    /// <summary>The buttons that begin: introduce somebody, or ask a recruiter first.</summary>
    public static Part.Actions Invite(Phrases say) => new(null, Beginnings(say));

    /// <summary>The same, to stand beside others.</summary>
    public static ImmutableArray<Button> Beginnings(Phrases say) =>
        [new Button(Steps.Introduce, say.Text(nameof(Words.Introduce)), ButtonStyle.Primary), new Button(Steps.AskFirst, StepWords.Button(Steps.AskFirst, say))];

    private async Task<IEnumerable<Part>> Entry(Introduction introduction, Phrases say, CancellationToken cancellation)
    {
        var title = ImmutableArray.CreateBuilder<Run>();
        title.AddRange(new Run.Said(introduction.DisplayCode, Strong: true), new Run.Said($" · {say.ShortDay(introduction.CreatedAt, programme.Zone)}"));
        // Whoever says no may leave it at silence, so what that erases is not shown while they are asked either.
        string?[] shown = introduction.State == State.AwaitingAgreement ? [] : [introduction.About, introduction.Location];
        foreach (var text in shown.OfType<string>())
        {
            title.AddRange(new Run.Said(" · "), new Run.Typed(text));
        }

        return [new Part.Paragraph(new Line(title.ToImmutable())), new Part.Aside(await Stands(introduction, say, cancellation)), .. Story.Actions(introduction, say)];
    }

    private async Task<Line> Stands(Introduction introduction, Phrases say, CancellationToken cancellation)
    {
        var claimer = introduction.Claimer is { } id ? await people.Get(id, cancellation) : null;
        var standing = Standing.SentenceToIntroducer(introduction, programme, say, _ => claimer!);
        return await Next(introduction, say, cancellation) is { } next ? new Line([.. standing.Runs, new Run.Said(" "), .. next.Runs]) : standing;
    }

    // What is overdue is being asked for, and saying so does not name a day that has passed.
    private async Task<Line?> Next(Introduction introduction, Phrases say, CancellationToken cancellation) =>
        introduction.State == State.AwaitingAgreement || introduction.IsQuiet ? say.Line(nameof(Words.NextContactBy), say.Day(introduction.CreatedAt.AddDays(programme.Retention.Unanswered), programme.Zone))
        : introduction.IsHidden || programme.NextWord(introduction) is not { } due ? null
        : due <= time.GetUtcNow() ? say.Line(nameof(Words.NextWordAskedFor))
        : introduction.State == State.Waiting ? say.Line(nameof(Words.NextAnswerBy), await answers.Line(introduction, say, cancellation), say.Day(due, programme.Zone))
        : say.Line(nameof(Words.NextWordBy), say.Day(due, programme.Zone));
}
