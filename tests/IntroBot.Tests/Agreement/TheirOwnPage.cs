using IntroBot.Agreements;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Agreements;

/// <summary>What the contact does on the page that is theirs alone.</summary>
public sealed class TheirOwnPage
{
    [Theory]
    [InlineData("each-step", true, true)]
    [InlineData("end", false, true)]
    [InlineData("nothing", false, false)]
    public async Task The_introducer_hears_as_much_as_the_contact_wants(string hears, bool steps, bool end)
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        Assert.IsType<ContactAnswer.Done>(await company.Answer(own, "correct", ("hears", hears)));
        var card = company.Cards()[0];

        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "met");
        Assert.Equal(steps, company.Told(Office.Ines).Contains("have met", StringComparison.Ordinal));
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");
        Assert.Equal(!steps, company.Whispered(Office.Ines).Contains("what follows stays between them and your contact", StringComparison.Ordinal));
        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"));

        Assert.Equal(end, company.Told(Office.Ines).Contains("not now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correcting_changes_the_card_and_what_recruiters_open()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());

        await company.Answer(own, "correct", ("about", "principal engineer"), ("address", "new@example.com"));

        Assert.Contains("principal engineer", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Contains("they corrected it, 23\u00a0Nov", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Empty(company.Store.Holding("ada.martin@example.com"));
        Assert.Single(company.Store.Rows, static row => row.Table == Table.Contact);
        var commits = company.Store.Commits;
        await company.Answer(own, "correct", ("about", "principal engineer"), ("address", "new@example.com"));
        Assert.Equal(commits, company.Store.Commits);
    }

    [Fact]
    public async Task Withdrawing_takes_one_press_purges_everything_closes_the_card_and_tells_each_in_fitting_words()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        var card = company.Cards()[0];
        await company.Press(Office.Clara, card, "claim", "claim:" + company.Introductions[0]);
        await company.Send(Office.Clara, ("sentence", "Thank you for the open door."));

        Assert.IsType<ContactAnswer.Done>(await company.Answer(own, "withdraw"));

        Assert.Empty(company.Store.Holding("Ada Martin", "ada.martin@example.com", "backend engineer", "open door"));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.Contact);
        Assert.Equal("INT-CODE was withdrawn. The details are erased.", Company.Plain(company.Cards()[0]));
        Assert.Contains($"<@{Office.Clara}>, the person introduced as INT-CODE preferred not to go on", Assert.Single(company.Threads(Demo.Tech)), StringComparison.Ordinal);
        Assert.StartsWith("*INT-CODE* ends here: your contact preferred not to go on", company.Told(Office.Ines), StringComparison.Ordinal);
        var page = await company.Open<ContactPage.Own>(own);
        Assert.Equal((ContactStanding.Withdrawn, null), (page.Standing, page.Details));
        await company.Pass(93);
        Assert.Null(await company.Open(own));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.Token);
    }

    [Fact]
    public async Task Erasing_leaves_a_tombstone_and_no_page()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        await company.Press(Office.Clara, company.Cards()[0], "claim");

        Assert.IsType<ContactAnswer.Erased>(await company.Answer(own, "erase"));

        Assert.Null(await company.Open(own));
        Assert.Null(await company.Answer(own, "erase"));
        Assert.Empty(company.Store.Holding("Ada Martin", "ada.martin@example.com", "backend engineer", "Lyon"));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table is Table.Contact or Table.Token || row.Key.StartsWith("t|", StringComparison.Ordinal));
        var tombstone = company.Store.Rows.Single(static row => row is { Table: Table.Intro, Key: "head" }).Body;
        Assert.All(["about", "relation", "claimer", "contactLanguage"], field => Assert.DoesNotContain($"\"{field}\"", tombstone, StringComparison.Ordinal));
        Assert.Contains("\"state\":\"erased\"", tombstone, StringComparison.Ordinal);
        Assert.Equal("INT-CODE was withdrawn. The details are erased.", Company.Plain(company.Cards()[0]));
    }

    [Fact]
    public async Task An_erasure_is_journalled_with_what_it_removed_and_that_nothing_is_left()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        await company.Answer(own, "erase");

        var entry = Assert.Single(company.Store.Rows, static row => row is { Table: Table.Audit, Partition: "erasure" });

        Assert.Contains("\"removed\":1,\"left\":0", entry.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", entry.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_again_ends_what_is_open_under_the_address_and_no_introduction_with_it_is_taken_for_three_years()
    {
        await using var company = new Company();
        await company.Introduced(Demo.Jack);
        var own = await company.Agrees(await company.Asks());

        await company.Answer(own, "never");

        Assert.All(company.Cards(), static card => Assert.Equal("INT-CODE was withdrawn. The details are erased.", Company.Plain(card)));
        var refused = await company.World.Introduce(Office.Ines, "", ("address", "ADA.Martin@example.com"));
        Assert.Equal("This person asked not to be contacted by us, and we keep to it. Thank you for thinking of them.", refused.Errors["address"]);
        var token = await company.Asks(Demo.Emma);
        var page = Assert.IsType<ContactAnswer.Refused>(await company.Answer(token, "agree", ("contact", "Ada"), ("about", "x"), ("address", "ada.martin@example.com")));
        Assert.StartsWith("This address is among those not to be contacted.", page.Errors["address"], StringComparison.Ordinal);
        await company.Pass((3 * 365.25) + 1);
        Assert.Empty((await company.World.Introduce(Demo.Mina, "", ("address", "ada.martin@example.com"))).Errors);
        Assert.DoesNotContain(company.Store.Rows, static row => row.Key == "block");
    }

    [Fact]
    public async Task Never_again_can_be_said_by_whoever_was_only_asked()
    {
        await using var company = new Company();
        var token = await company.Asks();

        var asked = Assert.IsType<ContactAnswer.Refused>(await company.Answer(token, "never"));
        Assert.StartsWith("Which address should we never write to?", asked.Errors["address"], StringComparison.Ordinal);
        Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "never", ("address", "+33 6 12 34 56 78")));

        Assert.NotEmpty((await company.World.Introduce(Office.Ines, "", ("address", "0033612345678"))).Errors);
    }

    [Fact]
    public async Task Kept_in_mind_the_details_stay_two_years_the_recruiter_is_told_a_month_before_and_a_new_yes_counts_anew()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        await Close(company);
        await company.Answer(own, "pool", ("pool", "yes"));

        await company.Pass(100);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        await company.Pass(599);
        Assert.Empty(company.Threads(Demo.Tech));
        await company.Pass(2);
        Assert.Contains("asked to be kept in mind, and that ends on", Assert.Single(company.Threads(Demo.Tech)), StringComparison.Ordinal);
        await company.Answer(own, "pool", ("pool", "yes"));
        await company.Pass(60);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        await company.Pass(672);
        Assert.Empty(company.Store.Holding("Ada Martin"));
        Assert.Null(await company.Open(own));
    }

    [Fact]
    public async Task Closed_it_is_kept_three_months()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        await Close(company);

        await company.Pass(91.5);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        await company.Pass(1);

        Assert.Empty(company.Store.Holding("Ada Martin", "backend engineer"));
        Assert.Null(await company.Open(own));
        Assert.Contains("not now", company.Cards()[0].Shown, StringComparison.Ordinal);
        await new Wire(company.Slack).Press(new Sender(Office.Clara), "reopen", company.Introductions[0]);
        Assert.StartsWith("The details are no longer kept.", company.Whispered(Office.Clara), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reporting_abuse_reaches_the_owners_once_and_blames_nobody()
    {
        await using var company = new Company();
        var token = await company.Asks();

        Assert.IsType<ContactAnswer.Done>(await company.Answer(token, "abuse"));
        await company.Answer(token, "abuse");

        var told = Assert.Single(company.Slack.Dm(Demo.Omar));
        Assert.Equal($"*INT-CODE*, introduced by <@{Office.Ines}>: the person introduced let us know that something is not right. Nobody is accused; please ask how it came about.", Company.Plain(told));
        await company.Slack.Command(Demo.Omar, Demo.General, "/intros", "doctor");
        Assert.Contains("let us know that something is not right (23\u00a0Nov)", company.Slack.Ephemerals(Demo.Omar)[^1].Shown, StringComparison.Ordinal);
        Assert.NotNull(await company.Open(token));
    }

    [Fact]
    public async Task The_contacts_own_link_is_never_given_to_anybody_else()
    {
        await using var company = new Company();
        var own = await company.Agrees(await company.Asks());
        await company.Press(Office.Clara, company.Cards()[0], "claim");
        await new Wire(company.Slack).Press(new Sender(Office.Ines), "resend", company.Introductions[0]);
        await OnSomebodysWord.Opened(company, company.Cards()[0]);

        Assert.DoesNotContain(company.Slack.Calls, call => call.Body.Contains(own, StringComparison.Ordinal));
        Assert.DoesNotContain(company.Store.Ever, row => row.Body.Contains(own, StringComparison.Ordinal) || row.Partition.Contains(own, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_not_offered_changes_nothing()
    {
        await using var company = new Company();
        var token = await company.Asks();
        var commits = company.Store.Commits;
        foreach (var step in (string[])["confirm", "deny", "withdraw", "erase", "correct", "pool", "claim", "hired", "", "contact"])
        {
            Assert.IsType<ContactAnswer.Refused>(await company.Answer(token, step, ("contact", "Ada"), ("about", "x"), ("address", "ada@example.com"), ("pool", "yes")));
        }

        Assert.Equal(commits, company.Store.Commits);
    }

    private static async Task Close(Company company)
    {
        var card = company.Cards()[0];
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"));
    }
}
