using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Introductions;

/// <summary>The life of an introduction over Slack, as its people see it.</summary>
public sealed class Life
{
    [Theory]
    [InlineData(Demo.Emma, "introduce my contact Ada Martin, backend engineer in Lyon, to recruiting")]
    [InlineData(Demo.Emma, "présente mon contact Ada Martin, backend engineer à Lyon, au recrutement")]
    public async Task What_is_typed_after_introduce_prefills_the_form(string user, string text)
    {
        await using var world = new World();

        await world.Slack.Command(user, Demo.General, "/introduce", text);

        var values = world.Slack.Modal(user)!.Values;
        Assert.Equal("Ada Martin", values["contact"]!["contact"]!["value"]!.GetValue<string>());
        Assert.Equal("backend engineer", values["about"]!["about"]!["value"]!.GetValue<string>());
        Assert.Equal("Lyon", values["location"]!["location"]!["value"]!.GetValue<string>());
        Assert.Equal("tech", values["route"]!["route"]!["selected_option"]!["value"]!.GetValue<string>());
        Assert.Null(values["address"]!["address"]!["value"]);
    }

    [Fact]
    public async Task An_introduction_goes_from_the_form_to_hired_and_everybody_hears()
    {
        await using var world = new World();

        Assert.True((await world.Introduce(Demo.Jack)).Ok);
        Assert.Contains("will answer by", (await world.Told(Demo.Jack, "is on its way")).Shown, StringComparison.Ordinal);
        var card = await world.CardWith("INT-");
        Assert.DoesNotContain("Ada", card.Shown + card.Text, StringComparison.Ordinal);

        Assert.True((await world.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "claim")).Ok);
        await world.Told(Demo.Jack, "is on it and will get in touch");
        await world.CardWith("<@U0JACK>", Demo.Kudos);
        Assert.True((await world.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "met")).Ok);
        await world.Told(Demo.Jack, "have met");
        Assert.True((await world.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "hired")).Ok);
        Assert.True((await world.Slack.Submit(Demo.Lea)).Ok);
        Assert.Contains("Something you could pass on", (await world.Told(Demo.Jack, "hired!")).Shown, StringComparison.Ordinal);

        await world.Until(slack => world.Card().Shown.Contains("l’a menée à bien", StringComparison.Ordinal));
        Assert.Single(world.Slack.Messages(Demo.Kudos), static message => message.Bot);
    }

    [Fact]
    public async Task The_contact_opens_in_a_private_dialog_for_whoever_took_it_and_each_view_is_in_the_audit()
    {
        await using var world = new World();
        await world.Introduce();
        var card = await world.CardWith("INT-");
        await world.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "claim");
        await world.CardWith("Contact");

        await world.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "contact");

        await world.Until(slack => slack.Modal(Demo.Lea)?.Json.Contains("ada.martin@example.com", StringComparison.Ordinal) == true);
        await world.Slack.Press(Demo.Ravi, Demo.Tech, card.Ts, "contact");
        await world.Until(slack => slack.Ephemerals(Demo.Ravi).Count > 0);
        Assert.Null(world.Slack.Modal(Demo.Ravi));
    }

    [Fact]
    public async Task Withdrawing_closes_the_card_and_erases_the_details()
    {
        await using var world = new World();
        await world.Introduce();
        await world.CardWith("INT-");
        var told = await world.Told(Demo.Emma, "INT-");

        await world.Slack.Press(Demo.Emma, told.Channel, told.Ts, "withdraw");

        await world.CardWith("retirée");
        await world.Told(Demo.Emma, "est retirée");
    }
}
