using System.Text.RegularExpressions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

/// <summary>What introducers do with their own introductions.</summary>
public sealed partial class MyOwn
{
    [Fact]
    public async Task Mine_shows_the_newest_first_eight_a_page()
    {
        await using var company = new Company();
        for (var number = 0; number < 10; number++)
        {
            await company.Introduced(fields: ("address", $"ada{number}@example.com"));
            company.World.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var newestFirst = company.Cards().Reverse().Select(static card => Codes().Match(card.Text).Value).ToList();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");
        var first = company.Slack.Ephemerals(Office.Ines)[^1];
        Assert.Equal(newestFirst[..8], Listed(first.Shown));

        await company.Slack.Press(Office.Ines, first, "more", blockId: null);
        Assert.Equal(newestFirst[8..], Listed(company.Slack.Ephemerals(Office.Ines)[^1].Shown));
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        await using var company = new Company();
        await company.Introduced();

        await company.Slack.Command(Demo.Jack, Demo.General, "/intros", "mine");

        Assert.StartsWith("No introductions yet. Who comes to mind that you enjoyed working with?", company.Whispered(Demo.Jack), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Muted_it_is_quiet_and_followed_again_it_speaks()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var told = company.Slack.Dm(Office.Ines)[0];
        await company.Press(Office.Ines, told, "mute");
        await company.Press(Office.Clara, card, "claim");
        Assert.Single(company.Slack.Dm(Office.Ines));

        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "mine");
        await company.Press(Office.Ines, company.Slack.Ephemerals(Office.Ines)[^1], "follow");
        await company.Press(Office.Clara, card, "met");

        Assert.StartsWith($"*INT-CODE*: <@{Office.Clara}> and your contact have met.", company.Told(Office.Ines), StringComparison.Ordinal);
        Assert.Equal(2, company.Slack.Dm(Office.Ines).Count);
    }

    [Fact]
    public async Task Withdrawing_erases_who_the_contact_is_and_everything_typed()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        var id = company.Introductions[0];
        await company.Press(Office.Clara, card, "", $"claim:{id}");
        await company.Send(Office.Clara, ("sentence", "A fine door you opened."));
        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("sentence", "It was a pleasure."));
        await company.Press(Office.Clara, card, "reopen");
        Assert.Equal(2, company.Store.Keys(Table.Intro, id, "t|").Count);
        Assert.Contains(company.Store.Rows, static row => row.Table == Table.Contact);

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "withdraw");

        Assert.Empty(company.Store.Keys(Table.Intro, id, "pii"));
        Assert.Empty(company.Store.Keys(Table.Intro, id, "t|"));
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.Contact);
        Assert.DoesNotContain(company.Store.Rows, static row => row.Body.Contains("backend", StringComparison.Ordinal) || row.Body.Contains("pleasure", StringComparison.Ordinal));
        Assert.Equal("INT-CODE was withdrawn. The details are erased.", Company.Plain(company.Cards()[0]));
        Assert.Equal("*INT-CODE* is withdrawn and the details are erased. Thank you all the same.", company.Told(Office.Ines));
        Assert.Equal($"<@{Office.Clara}>, INT-CODE was taken back by the colleague who introduced, and the details are erased. There is nothing left to do; thank you for your care.", company.Threads(Demo.Tech)[^1]);
    }

    [Fact]
    public async Task What_is_withdrawn_before_its_card_was_posted_is_never_posted()
    {
        await using var company = new Company();
        company.Slack.Faults.Decide = static (method, request) => method == "chat.postMessage" && request.Body.Contains(Demo.Tech, StringComparison.Ordinal) ? Fault.RateLimited(60) : null;
        await company.World.Introduce(Office.Ines);
        await company.World.Run(() => company.Slack.Dm(Office.Ines).Count == 1);
        await company.Slack.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "withdraw");
        company.Slack.Faults.Decide = null;

        await company.Settle();

        Assert.Empty(company.Cards());
    }

    [Fact]
    public async Task Correcting_shows_what_stands_there_and_changes_card_and_details()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[0], "correct");
        await company.World.Until(slack => slack.Modal(Office.Ines)?.Body["submit"] is not null);
        var values = company.Slack.Modal(Office.Ines)!.Values;
        Assert.Equal("ada.martin@example.com", values["address"]!["address"]!["value"]!.GetValue<string>());

        await company.Send(Office.Ines, ("about", "platform engineer"), ("address", "ada@elsewhere.example"));

        Assert.Contains("platform engineer", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.StartsWith("*INT-CODE*: your correction is in.", company.Told(Office.Ines), StringComparison.Ordinal);
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "contact");
        await company.World.Until(slack => slack.Modal(Office.Clara)?.Shown.Contains("ada@elsewhere.example", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_language_that_was_chosen_wins_over_the_chats()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "prefs");
        await company.Send(Office.Ines, ("language", "fr"), ("thanks", "public"));

        await company.Introduced();

        Assert.Contains("est en route.", company.Told(Office.Ines), StringComparison.Ordinal);
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "prefs");
        Assert.Equal("fr", company.Slack.Modal(Office.Ines)!.Values["language"]!["language"]!["selected_option"]!["value"]!.GetValue<string>());
    }

    private static IReadOnlyList<string> Listed(string shown) => [.. Codes().Matches(shown).Select(static match => match.Value).Distinct()];

    [GeneratedRegex("INT-[0-9A-Z]{6}")]
    private static partial Regex Codes();
}
