using IntroBot.Agreements;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Programmes;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Introductions;

namespace IntroBot.Tests.Promises;

/// <summary>
/// Promise 23: every clock of the retention table and of Art. 14 GDPR, as usual and as a programme that keeps less sets it. A minute before the moment nothing has happened; at the moment it happens, within a minute. What
/// somebody's press asks for happens within a minute of the press.
/// </summary>
public sealed class InTime(ITestOutputHelper output)
{
    private const string Shorter = "\nretention: { unanswered: 20, unconfirmed: 14, closed: 1, hired: 2, pool: 6, audit: 12 }";
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly Retention s_short = new(20, 14, 1, 2, 6, 12);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_kept_is_let_go_and_who_is_owed_word_gets_it(bool isShort)
    {
        var kept = isShort ? s_short : Retention.Default;
        var late = new List<(string What, TimeSpan By)>();
        foreach (var (what, begin, due, hasCome) in Clocks(kept))
        {
            await using var company = new Company(Office.Programme.Replace("zone: Europe/Paris", "zone: Europe/Paris" + (isShort ? Shorter : ""), StringComparison.Ordinal));
            var before = company.World.Clock.GetUtcNow();
            await begin(company);
            var after = company.World.Clock.GetUtcNow();
            if (due(before) > after)
            {
                await PassTo(company, due(before) - s_minute);
                Assert.False(hasCome(company), $"{what} came too early");
            }

            await PassTo(company, due(after));
            Assert.True(hasCome(company), $"{what} did not come");
            late.Add((what, company.World.Clock.GetUtcNow() - due(after)));
        }

        var (slowest, by) = late.MaxBy(static one => one.By);
        output.WriteLine($"promise 23{(isShort ? ", with a shorter retention" : "")}: n = {late.Count} deadlines, {late.Count(static one => one.By > s_minute)} late, the slowest by {by.TotalSeconds:F1} s ({slowest}), no seed (nothing is drawn)");
        Assert.All(late, static one => Assert.True(one.By <= s_minute, $"{one.What} came {one.By} late"));
    }

    [Fact]
    public async Task While_it_is_open_and_agreed_nothing_is_purged_and_the_recruiter_is_asked_long_before_ninety_days()
    {
        await using var company = new Company();
        await company.Agrees(await company.Asks());
        await company.Press(Office.Clara, company.Cards()[0], "claim");

        await company.Pass(89);

        Assert.Contains("what-happened", company.Events(company.Introductions[0]));
        await company.Pass(400);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
    }

    /// <summary>Each deadline: what it is, what begins it, when it has come, and how that is seen.</summary>
    private static IEnumerable<(string What, Func<Company, Task> Begin, Func<DateTimeOffset, DateTimeOffset> Due, Func<Company, bool> HasCome)> Clocks(Retention kept) =>
    [
        ("the introducer hears that nobody answered", static company => company.Asks(), static from => from.AddDays(7), static company => Happened(company, "ask-again")),
        ("a link nobody answered is dead, the label gone", static company => company.Asks(), from => from.AddDays(kept.Unanswered), static company => IsGone(company, "Ada Martin") && HasNoLink(company)),
        ("the recruiter is told that a contact by word has not confirmed", static company => company.Introduced(), from => from.AddDays(kept.Unconfirmed - 2), static company => Happened(company, "unconfirmed")),
        ("details by word, unclaimed, are purged", static company => company.Introduced(), from => from.AddDays(kept.Unconfirmed), static company => IsGone(company, "Ada Martin", "ada.martin@example.com", "We shared an office.") && HasNoLink(company)),
        ("whoever claimed is told that the contact has not confirmed", Claimed, from => from.AddDays(kept.Unconfirmed - 2), static company => Happened(company, "unconfirmed")),
        ("details by word, claimed, are purged", Claimed, from => from.AddDays(kept.Unconfirmed), static company => IsGone(company, "Ada Martin", "ada.martin@example.com", "We shared an office.") && HasNoLink(company)),
        ("declined: purged", static async company => await company.Answer(await company.Asks(), "decline"), AtOnce, static company => IsGone(company, "Ada Martin")),
        ("denied: purged", static async company => { await company.Introduced(); await company.Answer(company.LinkFor(Office.Ines), "deny"); }, AtOnce, static company => IsGone(company, "Ada Martin", "ada.martin@example.com")),
        ("withdrawn by the contact: purged", static company => Answered(company, "withdraw"), AtOnce, static company => IsGone(company, "Ada Martin", "ada.martin@example.com")),
        ("erased: purged, the page too", static company => Answered(company, "erase"), AtOnce, static company => IsGone(company, "Ada Martin", "ada.martin@example.com") && HasNoLink(company)),
        ("never again: purged", static company => Answered(company, "never"), AtOnce, static company => IsGone(company, "Ada Martin", "ada.martin@example.com")),
        ("withdrawn by the introducer: purged", static async company => { await company.Introduced(); await new Wire(company.Slack).Press(new Sender(Office.Ines), "withdraw", company.Introductions[0]); await company.Settle(); }, AtOnce, static company => IsGone(company, "Ada Martin", "ada.martin@example.com")),
        ("withdrawn by the contact: their page ends", static company => Answered(company, "withdraw"), from => from.AddMonths(kept.Closed), HasNoLink),
        ("closed: purged", static company => Closed(company, "not-now"), from => from.AddMonths(kept.Closed), static company => IsGone(company, "Ada Martin", "ada.martin@example.com") && HasNoLink(company)),
        ("hired: purged", static company => Closed(company, "hired"), from => from.AddMonths(kept.Hired), static company => IsGone(company, "Ada Martin", "ada.martin@example.com") && HasNoLink(company)),
        ("in the talent pool: the recruiter is told that it ends", static company => Closed(company, "not-now", pool: true), from => from.AddMonths(kept.Pool).AddMonths(-1), static company => Happened(company, "pool-ends")),
        ("in the talent pool: purged", static company => Closed(company, "not-now", pool: true), from => from.AddMonths(kept.Pool), static company => IsGone(company, "Ada Martin", "ada.martin@example.com") && HasNoLink(company)),
        ("never again: the address is forgotten", static company => Answered(company, "never"), static from => from.AddYears(3), static company => company.Store.Rows.All(static row => row.Key != Suppression.Block)),
        ("a question that named nobody is forgotten", static async company =>
        {
            await company.Slack.Command(Office.Ines, Demo.General, "/intros", "ask-first");
            await company.Send(Office.Ines, ("about", "backend engineer"), ("location", "Lyon"), ("route", "tech"), ("question", "They like small teams."));
        }, static from => from.AddDays(30), static company => IsGone(company, "They like small teams.", "backend engineer")),
        ("the audit of a month ends", static company => company.Introduced(), from => new DateTimeOffset(from.Year, from.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1 + kept.Audit), static company => company.Store.Rows.All(static row => row.Table != Table.Audit || !row.Partition.StartsWith("202611", StringComparison.Ordinal))),
    ];

    private static DateTimeOffset AtOnce(DateTimeOffset from) => from;

    private static async Task Claimed(Company company) => await company.Press(Office.Clara, await company.Introduced(), "claim");

    private static async Task Answered(Company company, string step) => await company.Answer(await company.Agrees(await company.Asks()), step);

    private static async Task Closed(Company company, string step, bool pool = false)
    {
        var own = await company.Agrees(await company.Asks());
        await company.Press(Office.Clara, company.Cards()[0], "claim");
        await company.Press(Office.Clara, company.Cards()[0], step);
        await company.Send(Office.Clara, step == "not-now" ? [("reason", "later")] : []);
        if (pool)
        {
            await company.Answer(own, "pool", ("pool", "yes"));
        }
    }

    private static bool Happened(Company company, string step) => company.Introductions.Any(id => company.Events(id).Contains(step));

    private static bool IsGone(Company company, params string[] words) => company.Store.Holding(words).Count == 0;

    private static bool HasNoLink(Company company) => company.Store.Rows.All(static row => row.Table != Table.Token);

    /// <summary>Lets time pass up to a moment, and what is due by then happen.</summary>
    private static Task PassTo(Company company, DateTimeOffset at) => company.Pass(Math.Max(0, (at - company.World.Clock.GetUtcNow()).TotalDays));
}
