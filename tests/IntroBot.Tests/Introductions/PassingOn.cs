using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

public sealed class PassingOn
{
    [Fact]
    public async Task To_another_route_the_old_card_says_so_and_a_new_one_waits_there()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "", $"pass:{company.Introductions[0]}");
        await company.Send(Office.Clara, ("to", "general"));

        Assert.Equal("INT-CODE was passed on and continues with the team “Anything else”.", Company.Plain(company.Cards()[0]));
        var anew = Assert.Single(company.Cards(Demo.Recruiting));
        Assert.Contains("Waiting for the team “Anything else”.", anew.Shown, StringComparison.Ordinal);
        Assert.StartsWith($"*INT-CODE* went on to colleagues better placed to answer. <@{Office.Paul}> will answer by Wednesday 25\u00a0November.", company.Told(Office.Ines), StringComparison.Ordinal);

        await company.Press(Office.Paul, anew, "claim");
        Assert.Contains($"<@{Office.Paul}> is on it.", company.Cards(Demo.Recruiting)[0].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_person_a_new_card_waits_for_them_and_they_are_told_in_its_thread()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "", $"pass:{company.Introductions[0]}");
        await company.Send(Office.Clara, ("to", "u0paul@example.test"));

        var anew = company.Cards()[^1];
        Assert.NotEqual(card.Ts, anew.Ts);
        Assert.Contains($"Waiting for <@{Office.Paul}>.", anew.Shown, StringComparison.Ordinal);
        var note = Assert.Single(company.Slack.Messages(Demo.Tech), message => message.ThreadTs == anew.Ts);
        Assert.Equal($"<@{Office.Paul}>, INT-CODE was passed to you.", Company.Plain(note));

        await company.Press(Office.Paul, anew, "claim");
        Assert.Contains($"<@{Office.Paul}> is on it.", company.Cards()[^1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_took_it_can_pass_it_on_and_it_waits_again_without_a_second_public_thank_you()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "", $"pass:{company.Introductions[0]}");
        await company.Send(Office.Clara, ("to", "general"));
        await company.Press(Office.Paul, company.Cards(Demo.Recruiting)[0], "claim");

        Assert.Equal(["introduce", "claim", "pass", "claim"], company.Events(company.Introductions[0]));
        Assert.Single(company.Cards(Demo.Kudos));
    }

    [Fact]
    public async Task The_fallback_takes_over_and_the_introducer_hears_who_carries_on()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");

        await company.Press(Office.Fay, card, "", $"take-over:{company.Introductions[0]}");

        Assert.Contains($"<@{Office.Fay}> is on it.", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.StartsWith($"*INT-CODE*: <@{Office.Fay}> takes over from here.", company.Told(Office.Ines), StringComparison.Ordinal);
        Assert.True((await company.Slack.Press(Office.Clara, company.Cards()[0], "met")).Ok);
        Assert.Equal($"The recruiter who took it, their stand-in or a programme owner can do this. *INT-CODE*: <@{Office.Fay}> is on it.", company.Whispered(Office.Clara));
    }
}
