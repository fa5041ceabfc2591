using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Conversations;

public sealed class MyPreferences
{
    [Fact]
    public async Task Are_shown_as_they_were_left()
    {
        await using var company = new Company();
        await Open(company);
        await company.Send(Office.Ines, ("language", "fr"), ("thanks", "private"), ("asks", "monthly"), ("pause", "2027-01-04"));

        var values = (await Open(company)).Values;

        Assert.Equal("fr", (string)values["language"]!["language"]!["selected_option"]!["value"]!);
        Assert.Equal("private", (string)values["thanks"]!["thanks"]!["selected_option"]!["value"]!);
        Assert.Equal("monthly", (string)values["asks"]!["asks"]!["selected_option"]!["value"]!);
        Assert.Equal("2027-01-04", (string)values["pause"]!["pause"]!["selected_date"]!);
    }

    [Fact]
    public async Task Nobody_is_asked_who_did_not_choose_so()
    {
        await using var company = new Company();
        var values = (await Open(company)).Values;

        Assert.Equal("never", (string)values["asks"]!["asks"]!["selected_option"]!["value"]!);
        Assert.Null(values["pause"]?["pause"]?["selected_date"]);
    }

    [Fact]
    public async Task A_pause_ends_on_a_day_to_come()
    {
        await using var company = new Company();
        await Open(company);

        var acted = await company.Slack.Submit(Office.Ines, new Dictionary<string, string?> { ["pause"] = "2026-11-23" });

        Assert.Equal("Please choose a day to come, or leave it empty.", acted.Errors["pause"]);
        Assert.DoesNotContain(company.Store.Rows, static row => row.Table == Table.People);
    }

    [Fact]
    public async Task To_be_forgotten_is_asked_once_and_takes_name_and_preferences_away_while_the_totals_stay()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await Open(company);
        await company.Send(Office.Ines, ("language", "fr"));
        await Open(company);
        var asked = await company.Slack.Submit(Office.Ines, new Dictionary<string, string?> { ["keep"] = "forget" });
        Assert.True(asked.Ok, asked.Why);
        Assert.Equal("forget", company.Slack.Modal(Office.Ines)!.CallbackId);
        Assert.Contains(company.Store.Rows, static row => row is { Table: Table.People, Key: "head" } && row.Body.Contains("Ines", StringComparison.Ordinal));
        var told = company.Slack.Dm(Office.Ines).Count;

        await company.Send(Office.Ines);

        Assert.DoesNotContain(company.Store.Rows, static row => row.Body.Contains("Ines", StringComparison.Ordinal) || row.Body.Contains(Office.Ines, StringComparison.Ordinal));
        await company.Press(Office.Clara, card, "claim");
        Assert.Contains("a former colleague introduces someone", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Equal(told, company.Slack.Dm(Office.Ines).Count);
        Assert.DoesNotContain(company.Slack.Messages(Demo.Kudos), static message => message.Bot);
        Assert.Contains(company.Store.Rows, static row => row.Table == Table.Kudos);
        Assert.Contains(company.Code(company.Introductions[0]), (await company.Ask(Office.Ines, "mine")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_be_forgotten_can_be_asked_for_in_so_many_words()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "forget me");

        Assert.Equal("forget", company.Slack.Modal(Office.Ines)!.CallbackId);
    }

    private static async Task<View> Open(Company company)
    {
        var acted = await company.Slack.Command(Office.Ines, Demo.General, "/intros", "prefs");
        Assert.True(acted.Ok, acted.Why);
        return company.Slack.Modal(Office.Ines)!;
    }
}
