using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Programmes;
using IntroBot.Routes;

namespace IntroBot.Homes;

/// <summary>
/// A person's home: the why, how to introduce somebody, one's own introductions with their next step, and for whoever looks after a route what waits there. Slack shows it in a tab of
/// its own, Teams as the card of "my introductions".
/// </summary>
public sealed class ShowHome(MyIntroductions mine, Queue queue, HomeVisits visits, Platforms platforms, Programme programme)
{
    /// <summary>The button for a page of one part of it; without a value, for all of it.</summary>
    public const string Step = "home";

    private const string Open = "open";
    private const string Ended = "ended";
    private const int OpenAtOnce = 6;
    private const int EndedAtOnce = 3;
    private const int PageSize = 8;

    /// <summary>Somebody looks at their home, and is shown it anew when something of theirs changes.</summary>
    public async Task<Answer> Visit(Speaker speaker, string? page, CancellationToken cancellation)
    {
        if (platforms.On(speaker.Profile.Account.Platform) is { HasHome: true })
        {
            await visits.Note(speaker.Person.Id, cancellation);
        }

        return new Answer.Home(await Draw(speaker, page, cancellation));
    }

    /// <summary>The home as things stand; <paramref name="page"/> names a part of it and where to go on.</summary>
    public async Task<Card> Draw(Speaker speaker, string? page, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var title = say.Line(nameof(Words.HomeTitle), programme.Company);
        var parts = (page ?? "").Split(' ', 2) is [{ Length: > 0 } part, .. var after] ? await Page(speaker, part, after.FirstOrDefault(), cancellation) : [];
        return new Card(say.Language, title, parts.Count > 0
            ? [.. parts, new Part.Actions(null, [new Button(Step, say.Text(nameof(Words.HomeBack)))])]
            : [.. Welcome(say, title), .. await Own(speaker, cancellation), .. await Work(speaker, cancellation), .. Example(speaker)]);
    }

    private IEnumerable<Part> Welcome(Phrases say, Line title)
    {
        yield return new Part.Heading(title.ToString());
        if (programme.Why is { } why)
        {
            yield return new Part.Paragraph(Line.Typed(why.In(say.Language)));
        }

        yield return new Part.Aside(say.Line(nameof(Words.HelpLead)));
        yield return new Part.Actions(null,
        [
            .. MyIntroductions.Beginnings(say),
            new Button(PreferencesDesk.Step, say.Text(nameof(Words.PreferencesTitle))),
            new Button(Help.Step, say.Text(nameof(Words.ButtonHelp))),
        ]);
    }

    private async Task<IEnumerable<Part>> Own(Speaker speaker, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var open = await Part(speaker, Open, OpenAtOnce, null, cancellation);
        var ended = await Part(speaker, Ended, EndedAtOnce, null, cancellation);
        return open.Count + ended.Count == 0
            ? [new Part.Heading(say.Text(nameof(Words.MyIntroductions))), new Part.Paragraph(say.Line(nameof(Words.NoIntroductionsYet)))]
            : [.. open.Count > 0 ? open : [new Part.Heading(say.Text(nameof(Words.HomeOpen))), new Part.Paragraph(say.Line(nameof(Words.HomeNoneOpen)))], .. ended];
    }

    private async Task<IReadOnlyList<Part>> Work(Speaker speaker, CancellationToken cancellation)
    {
        if (Duties.Of(speaker, programme) is not { } duties)
        {
            return [];
        }

        var waiting = await queue.Glimpses(speaker, duties, Step, cancellation);
        return waiting.Count > 0 ? [new Part.Divider(), .. waiting] : [new Part.Divider(), new Part.Heading(speaker.Say.Text(nameof(Words.QueueTitle))), new Part.Paragraph(speaker.Say.Line(nameof(Words.QueueEmpty)))];
    }

    private async Task<IReadOnlyList<Part>> Page(Speaker speaker, string part, string? after, CancellationToken cancellation) =>
        part is Open or Ended ? await Part(speaker, part, PageSize, after, cancellation)
        : QueueLists.All.Contains(part) && Duties.Of(speaker, programme) is { } duties ? await queue.Parts(speaker, duties, part, PageSize, after, Step, cancellation)
        : [];

    private async Task<IReadOnlyList<Part>> Part(Speaker speaker, string part, int take, string? after, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var page = await mine.Page(speaker, part == Open ? Indexes.OpenOnes : Indexes.EndedOnes, take, after, cancellation);
        if (page is { Introductions.Count: 0, Next: null })
        {
            return [];
        }

        var heading = say.Text(part == Open ? nameof(Words.HomeOpen) : nameof(Words.HomeEnded));
        List<Part> parts = [new Part.Heading(heading), .. await mine.Entries(page, speaker, cancellation)];
        if (page.Next is { } next)
        {
            parts.Add(new Part.Actions(null, [new Button(Step, say.Text(nameof(Words.QueueMore), heading), Value: $"{part} {next}")]));
        }

        return parts;
    }

    private static IEnumerable<Part> Example(Speaker speaker) => [new Part.Divider(), .. Help.Example(speaker), new Part.Aside(speaker.Say.Line(nameof(Words.HelpPromise)))];
}
