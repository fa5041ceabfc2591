using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

public sealed class TheForm
{
    [Fact]
    public async Task Not_yet_takes_address_and_note_away_and_keeps_neither()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/introduce", "Ada Martin, backend engineer in Lyon, ada@example.com, she is looking around");
        var opened = company.Slack.Modal(Office.Ines)!;
        Assert.Contains("ada@example.com", opened.ValuesJson, StringComparison.Ordinal);
        var commits = company.Store.Commits;

        await company.Slack.ViewAction(Office.Ines, opened.Id, "agreement", "not-yet");

        var redrawn = company.Slack.Modal(Office.Ines)!;
        Assert.Null(redrawn.Values["address"]);
        Assert.Null(redrawn.Values["note"]);
        Assert.DoesNotContain("ada@example.com", redrawn.Json + redrawn.ValuesJson + redrawn.PrivateMetadata, StringComparison.Ordinal);
        Assert.Equal("Ada Martin", redrawn.Values["contact"]!["contact"]!["value"]!.GetValue<string>());

        await company.Slack.ViewAction(Office.Ines, opened.Id, "agreement", "agreed");
        Assert.Null(company.Slack.Modal(Office.Ines)!.Values["address"]!["address"]!["value"]);
        Assert.Equal(commits, company.Store.Commits);
    }

    [Fact]
    public async Task A_refused_form_stays_open_with_every_word_and_says_beside_each_field_what_to_do()
    {
        await using var company = new Company();

        var sent = await company.World.Introduce(Office.Ines, "", ("about", "Ada is a backend engineer"), ("relation", "write to ada@example.com"), ("address", "ada at home"), ("note", "Call her softly."));

        Assert.Equal("This line is shown in the recruiters’ channel. Please leave their name and address out; they have their own fields.", sent.Errors["about"]);
        Assert.Equal(sent.Errors["about"], sent.Errors["relation"]);
        Assert.Equal("This does not look like an email, a phone number or a profile link. Could you check it?", sent.Errors["address"]);
        var values = company.Slack.Modal(Office.Ines)!.ValuesJson;
        Assert.All(["Ada is a backend engineer", "write to ada@example.com", "ada at home", "Call her softly."], typed => Assert.Contains(typed, values, StringComparison.Ordinal));
        Assert.Empty(company.Introductions);

        Assert.Empty((await company.Send(Office.Ines, ("about", "backend engineer"), ("relation", null), ("address", "+33 6 12 34 56 78"))).Errors);
        Assert.Single(company.Introductions);
    }

    [Fact]
    public async Task Nothing_missing_is_guessed()
    {
        await using var company = new Company();

        var sent = await company.World.Introduce(Office.Ines, "", ("address", ""));

        Assert.Equal("Please complete this required field.", sent.Errors["address"]);
    }

    [Fact]
    public async Task After_twenty_in_a_day_it_says_so_plainly_keeps_the_words_and_goes_on_the_next_day()
    {
        await using var company = new Company(Office.Programme.Replace("limits: { perDay: 500 }", "limits: { perDay: 20 }", StringComparison.Ordinal));
        for (var number = 1; number < 20; number++)
        {
            Assert.Empty((await company.World.Introduce(Office.Ines, "", ("address", $"ada{number}@example.com"))).Errors);
        }

        var twentieth = await company.World.Introduce(Office.Ines, "", ("address", "ada20@example.com"));
        Assert.Empty(twentieth.Errors);

        var sent = await company.World.Introduce(Office.Ines, "", ("address", "ada21@example.com"));

        Assert.Equal("Thank you! This is the limit for one day (20), there only to guard against accidents. What you typed stays in this form while it is open; tomorrow is fine.", sent.Errors["contact"]);
        Assert.Contains("ada21@example.com", company.Slack.Modal(Office.Ines)!.ValuesJson, StringComparison.Ordinal);
        Assert.Equal(20, company.Introductions.Count);
        Assert.Equal("", (await company.Slack.Again(twentieth.Request!)).Body);
        Assert.Empty((await company.World.Introduce(Demo.Jack, "", ("address", "ada22@example.com"))).Errors);

        await company.Settle();
        company.World.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Empty((await company.World.Introduce(Office.Ines, "", ("address", "ada21@example.com"))).Errors);
    }

    [Fact]
    public async Task A_shortcut_opens_it_and_one_on_a_message_brings_the_text_along()
    {
        await using var company = new Company();
        await company.Slack.Shortcut(Office.Ines, "introduce");
        Assert.Equal(Steps.Introduce, company.Slack.Modal(Office.Ines)!.CallbackId);

        var said = company.Slack.Messages(Demo.General)[^1];
        await company.Slack.MessageShortcut(Demo.Jack, "introduce_from_message", Demo.General, said.Ts);
        Assert.Contains("data engineer", company.Slack.Modal(Demo.Jack)!.ValuesJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_just_introduced_stands_at_once_in_my_introductions()
    {
        await using var company = new Company();
        await company.World.Introduce(Office.Ines);

        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");

        Assert.Contains("INT-CODE* · 23\u00a0Nov · backend engineer · Lyon\nWaiting for the team “Technology”.", company.Whispered(Office.Ines), StringComparison.Ordinal);
        Assert.Equal(2, company.Store.Rows.Count(static row => row.Table == Table.Idx && row.Partition.StartsWith("mine|", StringComparison.Ordinal)));
    }
}
