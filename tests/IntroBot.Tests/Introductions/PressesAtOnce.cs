using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

/// <summary>Double presses, races, stale cards and repeated requests: one effect, and the presser reads where things stand.</summary>
public sealed class PressesAtOnce
{
    [Fact]
    public async Task Two_recruiters_press_at_once_one_takes_it_and_the_other_reads_who_did()
    {
        await using var company = new Company();
        for (var round = 0; round < 5; round++)
        {
            var card = await company.Introduced(fields: ("address", $"ada{round}@example.com"));

            await Task.WhenAll(company.Slack.Press(Office.Clara, card, "claim"), company.Slack.Press(Office.Theo, card, "claim"));
            await company.Settle();

            var told = Assert.Single([.. company.Slack.Ephemerals(Office.Clara), .. company.Slack.Ephemerals(Office.Theo)]);
            var winner = told.EphemeralTo == Office.Clara ? Office.Theo : Office.Clara;
            Assert.Equal($"That step is not possible from here. *INT-CODE*: <@{winner}> is on it.", Company.Plain(told));
            Assert.Contains($"<@{winner}> is on it.", company.Cards()[^1].Shown, StringComparison.Ordinal);
            Forget(company);
        }

        Assert.All(company.Introductions, introduction => Assert.Equal(["introduce", "claim"], company.Events(introduction)));
    }

    [Fact]
    public async Task Pressing_twice_takes_it_once_and_says_that_it_stands_there()
    {
        await using var company = new Company();
        var card = await company.Introduced();

        await Task.WhenAll(company.Slack.Press(Office.Clara, card, "claim"), company.Slack.Press(Office.Clara, card, "claim"));
        await company.Settle();

        Assert.Equal($"That is done already. *INT-CODE*: <@{Office.Clara}> is on it.", company.Whispered(Office.Clara));
        Assert.Equal(["introduce", "claim"], company.Events(company.Introductions[0]));
        Assert.Single(company.Cards(Demo.Kudos));
    }

    [Fact]
    public async Task The_same_press_delivered_again_is_answered_as_the_first_time()
    {
        await using var company = new Company();
        var card = await company.Introduced();

        var first = await company.Press(Office.Clara, card, "claim");
        var again = await company.Slack.Again(first.Request!);

        Assert.Equal((200, ""), (again.Status, again.Body));
        Assert.Empty(company.Slack.Ephemerals(Office.Clara));
        Assert.Equal(["introduce", "claim"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task A_form_sent_again_closes_again_and_changes_nothing_more()
    {
        await using var company = new Company();
        var introduced = await company.World.Introduce(Office.Ines);
        await company.Settle();
        Assert.Equal("", (await company.Slack.Again(introduced.Request!)).Body);
        await company.Settle();
        var card = Assert.Single(company.Cards());
        await company.Press(Office.Clara, card, "", $"pass:{company.Introductions[0]}");

        var passed = await company.Send(Office.Clara, ("to", "general"));
        var again = await company.Slack.Again(passed.Request!);

        Assert.Equal((200, ""), (again.Status, again.Body));
        Assert.Equal(["introduce", "pass"], company.Events(Assert.Single(company.Introductions)));
    }

    [Fact]
    public async Task A_stale_card_says_where_things_stand()
    {
        await using var company = new Company();
        var stale = await company.Introduced();
        await company.Press(Office.Clara, stale, "claim");
        await company.Press(Office.Clara, stale, "in-process");

        Assert.True((await company.Slack.Press(Office.Theo, stale, "claim")).Ok);

        Assert.Equal($"That step is not possible from here. *INT-CODE*: in the hiring process, with <@{Office.Clara}>.", company.Whispered(Office.Theo));
    }

    [Fact]
    public async Task A_form_that_was_open_while_things_moved_on_says_so_when_it_is_sent()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Theo, card, "", $"pass:{company.Introductions[0]}");
        await company.Press(Office.Clara, card, "claim");

        await company.Send(Office.Theo, ("to", "general"));

        Assert.Contains($"<@{Office.Clara}> is on it.", company.Slack.Modal(Office.Theo)!.Shown, StringComparison.Ordinal);
        Assert.Equal(["introduce", "claim"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task Steps_that_arrive_out_of_order_go_forwards_only()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");
        var taken = company.Cards()[0];
        await company.Press(Office.Clara, taken, "in-process");

        Assert.True((await company.Slack.Press(Office.Clara, taken, "met")).Ok);

        Assert.Equal($"That step is not possible from here. *INT-CODE*: in the hiring process, with <@{Office.Clara}>.", company.Whispered(Office.Clara));
        Assert.Equal(["introduce", "claim", "in-process"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task Hired_counts_once_it_is_confirmed()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");

        await company.Press(Office.Clara, card, "hired");
        Assert.Equal(["introduce", "claim"], company.Events(company.Introductions[0]));
        await company.Send(Office.Clara);

        Assert.Equal(["introduce", "claim", "hired"], company.Events(company.Introductions[0]));
    }

    private static void Forget(Company company) => company.Slack.Change(static world =>
    {
        foreach (var list in world.Messages.Values)
        {
            list.RemoveAll(static message => message.EphemeralTo is not null);
        }

        return true;
    });
}
