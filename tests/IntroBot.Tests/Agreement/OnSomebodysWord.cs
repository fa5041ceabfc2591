using IntroBot.Agreements;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Agreements;

/// <summary>"They agreed": it goes to the recruiter at once, and the contact confirms or undoes it.</summary>
public sealed class OnSomebodysWord
{
    [Fact]
    public async Task The_introducer_gets_the_contacts_page_to_pass_on_and_the_recruiter_a_first_message_with_it()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        Assert.Contains("A message for your contact, with their own page:\nI introduced you to the recruiters of Maison Exemple, as we said.", company.Told(Office.Ines), StringComparison.Ordinal);
        var token = company.LinkFor(Office.Ines);

        var dialog = await Opened(company, card);

        Assert.Equal(token, TheContact.Link(dialog));
        Assert.Contains("the page tells them how their details are used", dialog, StringComparison.Ordinal);
        Assert.All(["Ada Martin", "ada.martin@example.com", "backend engineer", "Lyon", "We shared an office."], shown => Assert.Contains(shown, dialog, StringComparison.Ordinal));
        var page = await company.Open<ContactPage.ByWord>(token);
        Assert.Equal(new PassedOn("Ada Martin", "backend engineer", "Lyon", null, "ada.martin@example.com", "We shared an office."), page.Details);
        Assert.Equal("Clara Office", Assert.Single(page.Disclosures).Who);
    }

    [Fact]
    public async Task The_contact_confirms_with_corrections_and_the_link_is_theirs_from_then_on()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var token = company.LinkFor(Office.Ines);

        var answered = Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "confirm", ("address", "ada@home.example"), ("note", ""), ("about", "staff engineer")));

        Assert.Equal("*INT-CODE*: your contact looked at their page and confirmed.", company.Told(Office.Ines).Split('\n')[0]);
        Assert.Null(await company.Open(token));
        Assert.Contains("staff engineer", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Contains("they confirmed, 23\u00a0Nov", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Empty(company.Store.Holding("We shared an office."));
        var dialog = await Opened(company, card);
        Assert.Contains("ada@home.example", dialog, StringComparison.Ordinal);
        Assert.DoesNotContain("/c/", dialog, StringComparison.Ordinal);
        Assert.Equal("ada@home.example", (await company.Open<ContactPage.Own>(answered.OwnToken)).Details!.Address);
    }

    [Fact]
    public async Task Whoever_never_agreed_has_everything_purged_and_nobody_is_blamed()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");

        Assert.IsType<ContactAnswer.Answered>(await company.Answer(company.LinkFor(Office.Ines), "deny"));

        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.Contact);
        Assert.Equal([$"<@{Office.Clara}>, the person introduced as INT-CODE preferred not to go on, and the details are erased. There is nothing left to do; thank you for your care."], company.Threads(Demo.Tech));
        Assert.Contains("In the last year, 1 person introduced on somebody’s word said they had not agreed.", await EndedErased(company), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_agreed_and_thinks_better_of_it_withdraws_with_one_press_without_saying_that_nobody_asked()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");

        var answered = Assert.IsType<ContactAnswer.Answered>(await company.Answer(company.LinkFor(Office.Ines), "withdraw"));

        Assert.Equal(ContactStanding.Withdrawn, (await company.Open<ContactPage.Own>(answered.OwnToken)).Standing);
        Assert.DoesNotContain("said they had not agreed", await EndedErased(company), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_took_it_back_after_the_end_is_not_expected_to_confirm()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var token = company.LinkFor(Office.Ines);
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"));
        Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "withdraw"));
        Assert.Empty(company.Store.Holding("Ada Martin", "ada.martin@example.com"));

        await company.Pass(90.5);

        Assert.DoesNotContain(company.Threads(Demo.Tech), static note => note.Contains("has not confirmed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unconfirmed_the_recruiter_is_asked_after_28_days_and_after_30_the_details_are_purged_claimed_or_not(bool claimed)
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var token = company.LinkFor(Office.Ines);
        if (claimed)
        {
            await company.Press(Office.Clara, card, "claim");
        }

        await company.Pass(27.9);
        Assert.Empty(company.Threads(Demo.Tech));
        await company.Pass(0.2);
        var asked = Assert.Single(company.Threads(Demo.Tech));
        Assert.Contains($"<@{Office.Clara}>", asked, StringComparison.Ordinal);
        Assert.EndsWith("the person introduced as INT-CODE has not confirmed on their page yet. “Contact” has the message with the link; without an answer, the details are erased on Wednesday 23\u00a0December.", asked, StringComparison.Ordinal);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        await company.Pass(1.8);
        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        await company.Pass(0.2);

        Assert.Empty(company.Store.Holding("Ada Martin", "ada.martin@example.com", "backend engineer", "We shared an office."));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table is Table.Contact or Table.Token);
        Assert.Null(await company.Open(token));
        Assert.Equal(claimed ? "on it." : "INT-CODE ended without an answer from the person introduced. The details are erased.", claimed ? "on it." : Company.Plain(company.Cards()[0]));
        Assert.Equal(claimed ? 2 : 1, company.Threads(Demo.Tech).Count);
    }

    [Fact]
    public async Task Confirmed_in_time_nothing_is_purged()
    {
        await using var company = new Company();
        await company.Introduced();
        await company.Answer(company.LinkFor(Office.Ines), "confirm");

        await company.Pass(31);

        Assert.Contains("Intro pii", company.Store.Holding("Ada Martin"));
        Assert.Empty(company.Threads(Demo.Tech));
    }

    [Fact]
    public async Task Introducers_hear_that_colleagues_introduced_the_same_person_once_the_contact_confirmed_and_never_who()
    {
        await using var company = new Company();
        await company.Introduced(Office.Ines);
        var token = company.LinkFor(Office.Ines);
        await company.Introduced(Demo.Jack);
        Assert.DoesNotContain(company.Slack.Dm(Office.Ines).Concat(company.Slack.Dm(Demo.Jack)), static told => told.Shown.Contains("same person", StringComparison.Ordinal));

        await company.Answer(token, "confirm");
        await company.Answer(company.LinkFor(Demo.Jack), "confirm");

        foreach (var user in (string[])[Office.Ines, Demo.Jack])
        {
            var joined = Assert.Single(company.Slack.Dm(user), static told => told.Shown.Contains("same person", StringComparison.Ordinal));
            Assert.StartsWith("*INT-CODE*: colleagues introduced the same person. Thank you all.", Company.Plain(joined), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whom_two_introduced_and_who_confirmed_neither_is_found_only_after_agreeing()
    {
        await using var company = new Company();
        await company.Introduced(Demo.Jack);
        var token = await company.Asks(Office.Ines);
        Assert.Single(company.Store.Rows, static row => row.Table == Table.Contact);

        await company.Agrees(token);

        Assert.Equal(2, company.Store.Rows.Count(static row => row.Table == Table.Contact));
        Assert.All(company.Cards(), static card => Assert.Contains("Colleagues introduced the same person", card.Shown, StringComparison.Ordinal));
    }

    internal static async Task<string> Opened(Company company, Message card, string user = Office.Clara)
    {
        if (!company.Events(company.Introductions[0]).Contains("claim"))
        {
            await company.Press(user, card, "claim");
        }

        await company.Slack.Press(user, card.Channel, card.Ts, "contact");
        await company.World.Until(slack => slack.Modal(user)?.Json.Contains("first message", StringComparison.Ordinal) == true);
        await company.Settle();
        return company.Slack.Modal(user)!.Json;
    }

    /// <summary>Everything is erased, the card and the introducer are told so in the same words whatever the reason; what <c>doctor</c> says of it to an owner.</summary>
    private static async Task<string> EndedErased(Company company)
    {
        Assert.Empty(company.Store.Holding("Ada Martin", "ada.martin@example.com", "We shared an office."));
        Assert.Equal("INT-CODE was withdrawn. The details are erased.", Company.Plain(company.Cards()[0]));
        Assert.StartsWith("*INT-CODE* ends here: your contact preferred not to go on", company.Told(Office.Ines), StringComparison.Ordinal);
        await company.Slack.Command(Demo.Omar, Demo.General, "/intros", "doctor");
        return company.Slack.Ephemerals(Demo.Omar)[^1].Shown;
    }
}
