using IntroBot.Agreements;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Agreements;

/// <summary>"Not yet": the contact is asked on a page of their own before anything goes anywhere.</summary>
public sealed class AskingFirst
{
    [Fact]
    public async Task Nothing_is_kept_but_the_label_and_what_they_do_and_no_recruiter_sees_anything()
    {
        await using var company = new Company();

        await company.Asks(fields: [("contact", "my chess partner"), ("address", "ada@example.com"), ("note", "notecanary")]);

        Assert.Empty(company.Cards());
        Assert.Empty(company.Store.Holding("ada@example.com", "notecanary"));
        Assert.Equal(["Intro pii"], company.Store.Holding("my chess partner"));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.Contact);
    }

    [Theory]
    [InlineData("en", "Hello! I would love to introduce you to the recruiters of Maison Exemple. This page shows what would be passed on, and to whom; nothing is passed on without your yes: ")]
    [InlineData("fr", "Bonjour\u202f! J’aimerais vous présenter au recrutement chez Maison Exemple. Cette page montre ce qui serait transmis, et à qui\u202f; rien ne l’est sans votre oui\u00a0: ")]
    public async Task The_introducer_gets_a_message_to_send_in_the_contacts_language(string language, string message)
    {
        await using var company = new Company();

        await company.Asks(fields: ("language", language));

        var told = company.Told(Office.Ines);
        Assert.StartsWith("*INT-CODE* waits for your contact’s own answer.\nA message you could send:\n" + message, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", told, StringComparison.Ordinal);
        Assert.Contains("\nWrite a reminder\nNew link\nMake a correction\nWithdraw", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_fills_in_and_agrees_and_only_then_it_goes_to_the_recruiters()
    {
        await using var company = new Company();
        var token = await company.Asks();
        var page = await company.Open<ContactPage.Invited>(token);
        Assert.Equal(new PassedOn("Ada Martin", "backend engineer", "Lyon", null, null, null), page.Details);

        var own = await company.Agrees(token, ("contact", "Adele Martin"), ("about", "platform engineer"), ("location", "Grenoble"), ("address", "adele@example.com"));

        var card = Assert.Single(company.Cards());
        Assert.Contains("platform engineer", card.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Adele", card.Shown + card.BlocksJson, StringComparison.Ordinal);
        Assert.StartsWith("*INT-CODE*: your contact said yes!", company.Told(Office.Ines), StringComparison.Ordinal);
        await company.Press(Office.Clara, card, "claim");
        await company.Slack.Press(Office.Clara, card.Channel, card.Ts, "contact");
        await company.World.Until(slack => slack.Modal(Office.Clara)?.Json.Contains("adele@example.com", StringComparison.Ordinal) == true);
        var dialog = company.Slack.Modal(Office.Clara)!.Json;
        Assert.All(["Adele Martin", "platform engineer", "Grenoble"], shown => Assert.Contains(shown, dialog, StringComparison.Ordinal));
        Assert.DoesNotContain("/c/", dialog, StringComparison.Ordinal);
        var mine = await company.Open<ContactPage.Own>(own);
        Assert.Equal((ContactStanding.Underway, "Clara Office"), (mine.Standing, mine.Recruiter));
        Assert.Equal("Clara Office", Assert.Single(mine.Disclosures).Who);
    }

    [Theory]
    [InlineData("We built a boat with Adele", false)]
    [InlineData("We built a boat", true)]
    public async Task What_the_introducer_wrote_stays_off_the_card_where_it_says_who_the_contact_turned_out_to_be(string relation, bool stays)
    {
        await using var company = new Company();
        var token = await company.Asks(Office.Ines, ("contact", "my sister"), ("relation", relation));

        await company.Agrees(token, ("contact", "Adele Martin"));

        var card = Assert.Single(company.Cards()).Shown;
        Assert.Equal(stays, card.Contains("boat", StringComparison.Ordinal));
        Assert.DoesNotContain("Adele", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introducers_words_sent_back_as_they_were_are_not_struck_out()
    {
        await using var company = new Company();
        var token = await company.Asks(Office.Ines, ("relation", "We built a boat"));
        var own = await company.Agrees(token, ("relation", "We built a boat"));
        Assert.Equal("We built a boat", (await company.Open<ContactPage.Own>(own)).Details!.Relation);
        await company.Answer(own, "correct", ("relation", ""));
        Assert.Null((await company.Open<ContactPage.Own>(own)).Details!.Relation);
    }

    [Fact]
    public async Task The_forwarded_link_answers_once_and_the_very_press_repeated_answers_alike()
    {
        await using var company = new Company();
        var token = await company.Asks();
        (string, string)[] fields = [("contact", "Ada"), ("about", "engineer"), ("address", "ada@example.com")];

        var first = Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "agree", "nonce", fields));
        var again = Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "agree", "nonce", fields));

        Assert.Equal((first.Step, first.OwnToken), (again.Step, again.OwnToken));
        Assert.Null(await company.Open(token));
        Assert.Null(await company.Answer(token, "agree", "another", fields));
        Assert.Null(await company.Answer(token, "decline", "nonce2"));
        Assert.Single(company.Cards());
        Assert.Equal(["introduce", "agree"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task What_cannot_stay_as_it_is_is_said_beside_its_field_and_changes_nothing()
    {
        await using var company = new Company();
        var token = await company.Asks();
        var commits = company.Store.Commits;

        var refused = Assert.IsType<ContactAnswer.Refused>(await company.Answer(token, "agree", ("contact", ""), ("about", "I am Ada, ada@example.com"), ("address", "at home")));

        Assert.Equal(["about", "address", "contact"], refused.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(commits, company.Store.Commits);
        Assert.NotNull(await company.Open(token));
    }

    [Fact]
    public async Task Declining_purges_at_once_and_is_told_kindly()
    {
        await using var company = new Company();
        var token = await company.Asks();

        var answered = Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "decline", ("hears", "each-step")));

        Assert.Empty(company.Store.Holding("Ada Martin", "backend engineer"));
        Assert.Equal("*INT-CODE*: your contact would rather not for now, and the details are erased. Thank you for asking.", company.Told(Office.Ines));
        Assert.Equal(ContactStanding.Declined, (await company.Open<ContactPage.Own>(answered.OwnToken)).Standing);
    }

    [Fact]
    public async Task Declining_can_look_as_if_nobody_had_answered()
    {
        await using var quiet = new Company();
        await using var unanswered = new Company();
        var token = await quiet.Asks();
        await unanswered.Asks();

        await quiet.Answer(token, "decline", ("hears", "nothing"));

        Assert.Empty(quiet.Store.Holding("Ada Martin", "backend engineer"));
        foreach (var company in (Company[])[quiet, unanswered])
        {
            await company.Pass(7.1);
            await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "remind");
            await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "resend");
            await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");
            await company.Pass(24);
            await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");
        }

        Assert.Equal(Seen(unanswered), Seen(quiet));
        Assert.Contains(Seen(quiet), static told => told.Contains("there was no answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_link_kills_the_former()
    {
        await using var company = new Company();
        var token = await company.Asks();

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "resend");

        Assert.StartsWith("*INT-CODE*: here is a new link; the former one no longer opens.", company.Told(Office.Ines), StringComparison.Ordinal);
        Assert.NotEqual(token, company.LinkFor(Office.Ines));
        Assert.Null(await company.Open(token));
        Assert.Null(await company.Answer(token, "agree", ("contact", "Ada"), ("about", "x"), ("address", "ada@example.com")));
        await company.Agrees(company.LinkFor(Office.Ines));
        Assert.Single(company.Cards());
    }

    [Fact]
    public async Task New_links_come_to_an_end()
    {
        await using var company = new Company();
        await company.Asks();
        for (var i = 0; i < 12; i++)
        {
            await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "resend");
        }

        Assert.Equal(11, company.Slack.Dm(Office.Ines).Count(static message => message.Bot));
        Assert.StartsWith("That is many new links already; the last one still works.", company.Whispered(Office.Ines), StringComparison.Ordinal);
        Assert.NotNull(await company.Open(company.LinkFor(Office.Ines)));
    }

    [Fact]
    public async Task The_contact_is_reminded_once_with_the_same_link()
    {
        await using var company = new Company();
        var token = await company.Asks();

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "remind");
        Assert.StartsWith("*INT-CODE*: here is a short reminder to send, this once.\nA message you could send:\nHello again!", company.Told(Office.Ines), StringComparison.Ordinal);
        Assert.Equal(token, company.LinkFor(Office.Ines));

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "remind");
        Assert.StartsWith("One reminder is enough for anybody", company.Whispered(Office.Ines), StringComparison.Ordinal);
        Assert.Equal(2, company.Slack.Dm(Office.Ines).Count(static message => message.Bot));
    }

    [Fact]
    public async Task Unanswered_the_introducer_hears_after_7_days_and_after_30_it_is_over_and_nothing_is_kept()
    {
        await using var company = new Company();
        var token = await company.Asks();

        await company.Pass(6.9);
        Assert.Single(company.Slack.Dm(Office.Ines));
        await company.Pass(0.2);
        Assert.StartsWith("*INT-CODE*: your contact has not answered yet.", company.Told(Office.Ines), StringComparison.Ordinal);
        await company.Pass(22.8);
        Assert.NotNull(await company.Open(token));
        await company.Pass(0.2);

        Assert.Equal("*INT-CODE*: there was no answer, so it ends here, and what you wrote is erased. Thank you for asking.", company.Told(Office.Ines));
        Assert.Null(await company.Open(token));
        Assert.Empty(company.Store.Holding("Ada Martin", "backend engineer"));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table is Table.Token or Table.Contact);
        Assert.Equal(3, company.Slack.Dm(Office.Ines).Count);
    }

    [Fact]
    public async Task A_reminder_that_was_sent_needs_no_reminding()
    {
        await using var company = new Company();
        await company.Asks();
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "remind");

        await company.Pass(8);

        Assert.Equal(2, company.Slack.Dm(Office.Ines).Count);
    }

    [Fact]
    public async Task The_introducer_can_correct_and_withdraw_while_it_waits()
    {
        await using var company = new Company();
        var token = await company.Asks();

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "correct");
        await company.World.Until(slack => slack.Modal(Office.Ines)?.Body["submit"] is not null);
        Assert.Null(company.Slack.Modal(Office.Ines)!.Values["address"]);
        await company.Send(Office.Ines, ("about", "data engineer"));
        Assert.Equal("data engineer", (await company.Open<ContactPage.Invited>(token)).Details.About);

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "withdraw");
        Assert.Null(await company.Open(token));
        Assert.Empty(company.Store.Holding("Ada Martin", "data engineer"));
        Assert.Empty(company.Cards());
    }

    [Fact]
    public async Task What_the_contact_confirmed_is_theirs_to_correct_and_not_for_the_introducer_to_read()
    {
        await using var company = new Company();
        await company.Agrees(await company.Asks(), ("address", "secret@example.com"));

        await new Wire(company.Slack).Press(new Sender(Office.Ines), "correct", company.Introductions[0]);

        Assert.StartsWith("Your contact looks after these details now, on their own page.", company.Whispered(Office.Ines), StringComparison.Ordinal);
        Assert.Null(company.Slack.Modal(Office.Ines));
    }

    [Fact]
    public async Task Where_the_programme_says_page_an_agreed_introduction_waits_too()
    {
        await using var company = new Company(Office.Programme.Replace("language: en", "language: en\nagreement: page", StringComparison.Ordinal));
        await company.Slack.Command(Office.Ines, Demo.General, "/introduce", "Ada Martin, engineer, ada@example.com");
        var form = company.Slack.Modal(Office.Ines)!;
        Assert.Null(form.Values["address"]);
        Assert.Null(form.Values["note"]);

        await company.Send(Office.Ines, ("contact", "Ada Martin"), ("about", "engineer"), ("agreement", "agreed"));

        Assert.Empty(company.Cards());
        Assert.Empty(company.Store.Holding("ada@example.com"));
        await company.Agrees(company.LinkFor(Office.Ines));
        Assert.Single(company.Cards(Demo.Tech).Concat(company.Cards("C0RECRUIT")));
    }

    private static List<string> Seen(Company company) =>
        [.. company.Slack.Dm(Office.Ines).Concat(company.Slack.Ephemerals(Office.Ines)).Select(static message => System.Text.RegularExpressions.Regex.Replace(Company.Plain(message), "/c/[^ >]*", "/c/TOKEN"))];
}
