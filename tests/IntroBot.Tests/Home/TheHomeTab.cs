using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;
using IntroBot.Tests.Queues;

namespace IntroBot.Tests.Homes;

/// <summary>The Home tab in Slack.</summary>
public sealed class TheHomeTab
{
    [Fact]
    public async Task Is_an_invitation_for_whoever_has_not_introduced_anybody()
    {
        await using var company = new Company(Office.Programme + "\nwhy: { en: We grow by meeting people our people know., fr: Nous grandissons. }");

        var home = await Open(company, Office.Ines);

        Assert.Equal(
            """
            Introductions at Maison Exemple
            We grow by meeting people our people know.
            You introduce, recruiters decide. Nobody asks you to vouch for anyone, and every introduction gets an answer.
            Introduce someone
            Ask a recruiter first
            My preferences
            Help
            My introductions
            No introductions yet. Who comes to mind that you enjoyed working with?
            Type /introduce, alone or with what you know:
            >/introduce my contact Ada Martin, backend engineer in Lyon, to recruiting
            Your contact’s name and address are never shown in a channel or a message.
            """, home.Shown);
    }

    [Fact]
    public async Task Speaks_the_readers_language()
    {
        await using var company = new Company();
        await company.Slack.ChangeUser(Office.Ines, static person => person with { Locale = "fr-FR" });

        Assert.StartsWith("Les présentations chez Maison Exemple", (await Open(company, Office.Ines)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_open_ones_with_who_answers_by_when_and_then_those_that_ended_page_by_page()
    {
        await using var company = new Company();
        var archive = new Archive(company);
        var open = await archive.Waiting(9);
        await archive.Ended(5);

        var home = await Open(company, Office.Ines);
        Assert.Contains("will answer by Wednesday 25\u00a0November.", home.Shown, StringComparison.Ordinal);
        Assert.Equal(open.Reverse().Take(6), Entries(home));
        Assert.Equal(["My open introductions", "My introductions that ended"], Headings(home).Skip(1));

        var more = Company.Offered(home.Blocks).Where(static button => button.Step == "home").ToList();
        Assert.Equal(2, more.Count);
        await Press(company, Office.Ines, more[0]);
        home = company.Slack.Home(Office.Ines)!;
        Assert.Equal(open.Reverse().Skip(6), Entries(home));
        await Press(company, Office.Ines, Company.Offered(home.Blocks).Last());
        Assert.Equal(2, Headings(company.Slack.Home(Office.Ines)!).Skip(1).Count());
    }

    [Fact]
    public async Task Shows_recruiters_what_waits_for_them_and_changes_with_each_press_on_it()
    {
        await using var company = new Company();
        await company.Introduced();
        var id = company.Introductions[0];
        var home = await Open(company, Office.Clara);
        Assert.Contains("Waiting for somebody to take them", home.Shown, StringComparison.Ordinal);

        await Press(company, Office.Clara, Company.Offered(home.Blocks).Single(button => button.Step == "claim" && button.Value == id));

        home = company.Slack.Home(Office.Clara)!;
        Assert.Contains("With you", home.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for somebody to take them", home.Shown, StringComparison.Ordinal);
        Assert.Empty(company.Slack.Ephemerals(Office.Clara));
    }

    [Fact]
    public async Task A_press_that_changes_nothing_is_explained_in_private_and_the_tab_brought_up_to_date()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var home = await Open(company, Office.Theo);
        await company.Press(Office.Clara, card, "claim");

        await Press(company, Office.Theo, Company.Offered(home.Blocks).Single(static button => button.Step == "claim"));

        Assert.Equal($"That step is not possible from here. *INT-CODE*: <@{Office.Clara}> is on it.", company.Told(Office.Theo));
        Assert.Contains("Nothing waits for you.", company.Slack.Home(Office.Theo)!.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_drawn_anew_after_each_step_for_whoever_looked_at_it_within_the_hour_and_for_nobody_else()
    {
        await using var company = new Company();
        await Open(company, Office.Ines);
        var card = await company.Introduced();
        Assert.Contains("Waiting for the team “Technology”.", company.Slack.Home(Office.Ines)!.Shown, StringComparison.Ordinal);
        await company.Press(Office.Clara, card, "claim");
        Assert.Contains($"<@{Office.Clara}> is on it.", company.Slack.Home(Office.Ines)!.Shown, StringComparison.Ordinal);
        Assert.Null(company.Slack.Home(Office.Clara));

        company.World.Clock.Advance(TimeSpan.FromHours(2));
        var drawn = company.Slack.CallsOf("views.publish").Count();
        await company.Press(Office.Clara, card, "met");
        Assert.Equal(drawn, company.Slack.CallsOf("views.publish").Count());
        Assert.Contains($"they met; <@{Office.Clara}> is on it.", (await Open(company, Office.Ines)).Shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_a_newer_view_stands_already_the_latest_state_has_the_last_word()
    {
        await using var company = new Company();
        await company.Introduced();
        var stale = await Open(company, Office.Ines);
        company.Slack.Change(world => world.Homes[Office.Ines] = stale with { Hash = "9.newer" });
        var seen = company.Slack.Faults.Decide;
        company.Slack.Faults.Decide = (method, request) =>
        {
            if (method == "views.publish" && request.Body.Contains("9.newer", StringComparison.Ordinal))
            {
                company.Slack.Change(world => world.Homes[Office.Ines] = stale with { Hash = "9.newest" });
            }

            return seen?.Invoke(method, request);
        };

        var home = await Open(company, Office.Ines);

        Assert.Equal(["hash_conflict", null], company.Slack.CallsOf("views.publish").TakeLast(2).Select(static call => call.Error));
        Assert.Contains("Waiting for the team “Technology”.", home.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_holds_more_blocks_than_Slack_takes()
    {
        await using var company = new Company();
        var archive = new Archive(company);
        await archive.Waiting(60);
        await archive.Ended(20);
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");

        foreach (var user in new[] { Office.Ines, Office.Clara, Demo.Omar })
        {
            Assert.InRange((await Open(company, user)).Blocks.Count, 5, 100);
        }
    }

    [Fact]
    public async Task A_guest_reads_that_it_is_for_members()
    {
        await using var company = new Company();
        Assert.StartsWith("IntroBot is for members of the organisation.", (await Open(company, Demo.Guest)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_buttons_open_the_forms_and_the_help()
    {
        await using var company = new Company();
        var home = await Open(company, Office.Ines);

        await Press(company, Office.Ines, Company.Offered(home.Blocks).Single(static button => button.Step == "introduce"));
        Assert.Equal("introduce", company.Slack.Modal(Office.Ines)!.CallbackId);
        await Press(company, Office.Ines, Company.Offered(home.Blocks).Single(static button => button.Step == "prefs"));
        Assert.Equal("prefs", company.Slack.Modal(Office.Ines)!.CallbackId);
        await Press(company, Office.Ines, Company.Offered(home.Blocks).Single(static button => button.Step == "help"));
        Assert.StartsWith("You introduce, recruiters decide.", company.Told(Office.Ines), StringComparison.Ordinal);
    }

    private static async Task<View> Open(Company company, string user)
    {
        var acted = await company.Slack.OpenHome(user);
        Assert.True(acted.Ok, acted.Why);
        return company.Slack.Home(user)!;
    }

    private static async Task Press(Company company, string user, (string Step, string? Value, string Block, string Action) button)
    {
        var acted = await company.Slack.ViewAction(user, company.Slack.Home(user)!.Id, button.Action, blockId: button.Block);
        Assert.True(acted.Ok, acted.Why);
        await company.Settle();
    }

    private static IReadOnlyList<string> Entries(View home) => [.. Company.Offered(home.Blocks).Where(static button => button.Step == "withdraw").Select(static button => button.Value!)];

    private static IReadOnlyList<string> Headings(View home) => [.. home.Blocks.Where(static block => (string?)block!["type"] == "header").Select(static block => (string)block!["text"]!["text"]!)];
}
