using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Queues;

/// <summary>What recruiters, fallbacks and owners find when they ask what waits for them.</summary>
public sealed class TheQueue
{
    // A Monday at ten in Paris; the office works from Monday to Friday.
    private static readonly TimeSpan s_threeWorkingDays = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_tenWorkingDays = TimeSpan.FromDays(14.1);

    [Fact]
    public async Task An_introduction_moves_from_unclaimed_to_mine_when_it_is_taken_from_the_queue_itself()
    {
        await using var company = new Company();
        await company.Introduced();
        var id = company.Introductions[0];

        var queue = await company.Ask(Office.Clara, "queue");
        Assert.Equal(["Waiting for somebody to take them"], Headings(queue));
        Assert.Contains("backend engineer · Lyon", queue.Shown, StringComparison.Ordinal);
        Assert.Contains($"Waiting for the team “Technology”. Introduced by <@{Office.Ines}> on 23\u00a0Nov; an answer is expected by Wednesday 25\u00a0November.", queue.Shown, StringComparison.Ordinal);
        await company.PressOn(Office.Clara, queue, "claim", id);

        var mine = await company.Ask(Office.Clara, "queue");
        Assert.Equal(["With you"], Headings(mine));
        Assert.Contains($"<@{Office.Clara}> is on it. Introduced by <@{Office.Ines}> on 23\u00a0Nov; news is expected by Monday 7\u00a0December.", mine.Shown, StringComparison.Ordinal);
        Assert.Equal(["contact", "met", "in-process", "hired", "not-now"], Steps(mine, id));
        Assert.Equal("Nothing waits for you. Every introduction has its answer, thank you.", (await company.Ask(Office.Theo, "queue")).Shown);
    }

    [Fact]
    public async Task After_two_working_days_an_unclaimed_one_is_overdue_and_comes_first()
    {
        await using var company = new Company();
        await company.Introduced(fields: ("address", "old@example.com"));
        var old = company.Introductions[0];
        company.World.Clock.Advance(s_threeWorkingDays);
        await company.Introduced(fields: ("address", "new@example.com"));

        var queue = await company.Ask(Office.Theo, "file");

        Assert.Equal(["Overdue: these first, please", "Waiting for somebody to take them"], Headings(queue));
        Assert.Equal([old, company.Introductions.Single(id => id != old)], Offered(queue, "claim"));
        Assert.Equal([old], Offered(await company.Ask(Office.Theo, "queue overdue"), "claim"));
        Assert.DoesNotContain(old, Offered(await company.Ask(Office.Theo, "queue unclaimed"), "claim"));
    }

    [Fact]
    public async Task Ten_working_days_without_a_word_are_overdue_for_whoever_carries_it_and_whoever_backs_the_route()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var id = company.Introductions[0];
        await company.Press(Office.Clara, card, "claim");
        company.World.Clock.Advance(s_tenWorkingDays);
        foreach (var user in new[] { Office.Clara, Office.Fay, Demo.Omar })
        {
            var queue = await company.Ask(user, "queue");
            Assert.Equal(["Overdue: these first, please"], Headings(queue));
            Assert.Contains("met", Steps(queue, id));
        }

        Assert.StartsWith("Nothing waits for you.", (await company.Ask(Office.Theo, "queue")).Shown, StringComparison.Ordinal);
        await company.Press(Office.Clara, company.Cards()[0], "met");
        Assert.Equal(["With you"], Headings(await company.Ask(Office.Clara, "queue")));
        Assert.StartsWith("Nothing waits for you.", (await company.Ask(Office.Fay, "queue")).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Office.Clara, "unclaimed", "claim")]
    [InlineData(Office.Fay, "unclaimed", "")]
    [InlineData(Demo.Omar, "unclaimed", "")]
    [InlineData(Office.Lou, "empty", "")]
    [InlineData(Office.Ines, "sentence", "")]
    [InlineData(Demo.Mina, "sentence", "")]
    [InlineData(Demo.Guest, "stranger", "")]
    public async Task Each_role_finds_what_it_may_look_after_and_no_more(string user, string finds, string offered)
    {
        await using var company = new Company();
        await company.Introduced();

        company.Slack.ChangeChannel(Demo.General, static channel => channel with { Members = channel.Members.Add(Demo.Guest) });
        var queue = await company.Ask(user, "queue");

        Assert.Equal(offered.Length == 0 ? [] : [offered], Steps(queue, company.Introductions[0]));
        Assert.StartsWith(finds switch
        {
            "unclaimed" => "Waiting for somebody to take them",
            "empty" => "Nothing waits for you.",
            "sentence" => "The queue is for recruiters and those who stand in for them.",
            _ => "IntroBot is for members of the organisation.",
        }, queue.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", queue.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_passed_to_a_person_waits_in_their_queue_whatever_their_routes()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var id = company.Introductions[0];
        await company.Press(Office.Clara, card, "", $"pass:{id}");
        await company.Send(Office.Clara, ("to", "u0paul@example.test"));

        var queue = await company.Ask(Office.Paul, "queue");
        Assert.Contains($"Waiting for <@{Office.Paul}>.", queue.Shown, StringComparison.Ordinal);
        await company.PressOn(Office.Paul, queue, "claim", id);

        Assert.Equal(["With you"], Headings(await company.Ask(Office.Paul, "queue")));
        Assert.Empty(company.Store.Keys(Table.Idx, "for|" + Person(Office.Paul)));
    }

    [Fact]
    public async Task A_press_on_a_queue_that_is_old_news_says_where_things_stand()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var queue = await company.Ask(Office.Theo, "queue");
        await company.Press(Office.Clara, card, "claim");

        await company.PressOn(Office.Theo, queue, "claim", company.Introductions[0]);

        Assert.Equal($"That step is not possible from here. *INT-CODE*: <@{Office.Clara}> is on it.", company.Whispered(Office.Theo));
    }

    [Fact]
    public async Task A_list_goes_on_for_as_many_pages_as_it_has()
    {
        await using var company = new Company();
        var made = await new Archive(company).Waiting(20);

        var seen = new List<string>();
        for (var page = await company.Ask(Office.Clara, "queue unclaimed"); ; page = company.Slack.Ephemerals(Office.Clara)[^1])
        {
            seen.AddRange(Offered(page, "claim"));
            if (!Company.Offered(page.Blocks).Any(static button => button.Step == "queue"))
            {
                break;
            }

            Assert.True((await company.Slack.Press(Office.Clara, page, "queue")).Ok);
        }

        Assert.Equal(made, seen);
    }

    [Fact]
    public async Task It_reads_as_much_of_a_thousand_as_of_ten()
    {
        var reads = new Dictionary<int, (int Queue, int Mine, int Search)>();
        foreach (var count in new[] { 10, 1_000 })
        {
            await using var company = new Company();
            await new Archive(company).Waiting(count);
            await company.Ask(Office.Clara, "queue");
            reads[count] = (await Reads(company, Office.Clara, "queue"), await Reads(company, Office.Ines, "mine"), await Reads(company, Office.Clara, "queue engineer"));
        }

        Assert.Equal(reads[10].Queue, reads[1_000].Queue);
        Assert.Equal(reads[10].Mine, reads[1_000].Mine);
        Assert.True(reads[1_000].Search <= reads[10].Search + 200, $"{reads[1_000].Search} reads for a search");
    }

    internal static IReadOnlyList<string> Offered(Message message, string step) => [.. Company.Offered(message.Blocks).Where(button => button.Step == step).Select(static button => button.Value!)];

    private static async Task<int> Reads(Company company, string user, string asked)
    {
        var before = company.Store.Reads;
        await company.Ask(user, asked);
        return company.Store.Reads - before;
    }

    private static IReadOnlyList<string> Headings(Message message) => [.. message.Blocks.Where(static block => (string?)block!["type"] == "header").Select(static block => (string)block!["text"]!["text"]!)];

    private static IReadOnlyList<string> Steps(Message message, string introduction) => [.. Company.Offered(message.Blocks).Where(button => button.Value == introduction).Select(static button => button.Step)];

    private static string Person(string user) => Conversation.Ids.Person(new Conversation.Account(Conversation.PlatformKind.Slack, Demo.Team, user)).Value;
}
