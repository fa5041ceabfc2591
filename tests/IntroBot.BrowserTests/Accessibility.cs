using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using IntroBot.BrowserTests.Driving;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests;

/// <summary>What axe, the accessibility checker, finds on the page, in a form and on a phone, in light and dark colours.</summary>
public sealed class Accessibility(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    private static readonly string[] s_grave = ["serious", "critical"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    public async Task Nothing_serious_stands_in_anybodys_way(ColorScheme colours)
    {
        using var acts = new Acts(Bot);
        await acts.Introduce(People.Emma, "Ada Martin", "ingénieure", "ada@example.com", "tech", "deux ans dans la même équipe");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech, Look.Desktop with { Colours = colours });
        var card = await lea.Reads("INT-");
        await Check(lea, "a card");
        await card.Press("Je m’en occupe");
        await card.Says("s’en occupe");
        await card.Press("Contact");
        await (await lea.Asked()).Says("ada@example.com");
        await Check(lea, "the contact's dialog");

        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General, Look.Phone with { Colours = colours });
        await jack.Types("/intros help");
        await jack.Reads("never shown in a channel");
        await Check(jack, "the page on a phone");
        var form = await jack.Opens("/introduce");
        await form.Send();
        await form.SaysBeside("What they do", "fill this in");
        await Check(jack, "a refused form on a phone");
        Assert.True(await jack.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "a phone scrolls sideways");
    }

    private static async Task Check(Window window, string what)
    {
        var found = await window.Page.RunAxe();
        var grave = found.Violations.Where(static violation => s_grave.Contains(violation.Impact)).Select(static violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(static node => node.Html))})");
        Assert.True(found.Passes.Length > 10, $"axe looked at {what}");
        Assert.Empty(grave);
    }
}
