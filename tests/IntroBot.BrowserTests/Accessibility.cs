using IntroBot.BrowserTests.Driving;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests;

/// <summary>What axe, the accessibility checker, finds in both chats and around them, in forms and on a phone, in light and dark colours.</summary>
public sealed class Accessibility(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nothing_serious_stands_in_anybodys_way_in_Slack(ColorScheme colours)
    {
        using var acts = new Acts(Bot);
        await acts.Introduce(People.Emma, "Ada Martin", "ingénieure", "ada@example.com", "tech", "deux ans dans la même équipe");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech, Look.Desktop with { Colours = colours });
        var card = await lea.Reads("INT-");
        await Check(lea.Page, "a card");
        await card.Press("Je m’en occupe");
        await card.Says("s’en occupe");
        await card.Press("Contact");
        await (await lea.Asked()).Says("ada@example.com");
        await Check(lea.Page, "the contact's dialog");
        await (await lea.Asked()).Leave();
        await lea.GoTo("Accueil IntroBot");
        await lea.HomeSays("INT-");
        await Check(lea.Page, "Home");

        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General, Look.Phone with { Colours = colours });
        await jack.Types("/intros help");
        await jack.Reads("never shown in a channel");
        await Check(jack.Page, "the page on a phone");
        var form = await jack.Opens("/introduce");
        await form.Send();
        await form.SaysBeside("What they do", "fill this in");
        await Check(jack.Page, "a refused form on a phone");
        await NoSidewaysScroll(jack.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nothing_serious_stands_in_anybodys_way_in_Teams(ColorScheme colours)
    {
        await using var jack = await Window.OpenTeams(chromium, Bot, People.Jack, look: Look.Phone with { Colours = colours });
        await jack.Types("my contact Ada Martin, product designer in Lyon, ada.martin@example.com");
        var card = await jack.Reads("Do they know, and agree?");
        await Check(jack.Page, "a form in the chat on a phone");
        await NoSidewaysScroll(jack.Page);
        var form = card.Form;
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Send();
        await jack.Reads("is on its way");
        await jack.Chooses("#shortcuts", "Introduce");
        form = await jack.Asked();
        await form.Send();
        await form.SaysBeside("What they do", "Please fill this in.");
        await Check(jack.Page, "a refused dialog on a phone");

        await using var omar = await Window.OpenTeams(chromium, Bot, People.Omar, TeamsChannels.General, Look.Desktop with { Colours = colours });
        await (await omar.Reads("Welcome")).Reply("Good morning");
        await omar.Reads("Good morning");
        await Check(omar.Page, "a thread");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nothing_serious_stands_in_anybodys_way_around_them(ColorScheme colours)
    {
        await using var both = await SideBySide.Open(chromium, Bot, Look.Desktop with { Colours = colours });
        await both.Page.Locator("#open-happened").ClickAsync();
        await both.Happened("teams", "installationUpdate");
        await Check(both.Page, "both chats and what just happened");

        await using var phone = await SideBySide.Open(chromium, Bot, Look.Phone with { Colours = colours });
        await Check(phone.Page, "the frame on a phone");
        await NoSidewaysScroll(phone.Page);
    }

    private static async Task NoSidewaysScroll(IPage page) => Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "a phone scrolls sideways");

    private static async Task Check(IPage page, string what)
    {
        var found = await Axe.Looks(page);
        Assert.True(found.Passes.Length > 10, $"axe looked at {what}");
        Assert.Empty(found.Grave());
    }
}
