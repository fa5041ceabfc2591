using System.Globalization;
using IntroBot.BrowserTests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.EveryPicture;

/// <summary>The strip of pictures that README shows: one introduction from Slack in English to Teams in French, on phones. Written by <c>./build pictures</c>.</summary>
public sealed class ForTheReadme(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    private static readonly Look s_phone = new(390, 700);

    [Fact]
    public async Task One_introduction_from_the_first_word_to_the_thanks()
    {
        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General, s_phone);
        var form = await jack.Opens("/introduce");
        await form.Fill(In("en", nameof(Words.LabelContact)), "Ada from climbing");
        await form.Fill(In("en", nameof(Words.LabelAbout)), "backend engineer");
        await form.Fill(In("en", nameof(Words.LabelLocation)), "Lyon");
        await form.Select(In("en", nameof(Words.LabelRoute)), "Technology");
        await form.Choose(In("en", nameof(Words.LabelAgreement)), In("en", nameof(Words.OptionNotYet)));
        await form.Asks(In("en", nameof(Words.LabelAddress)), asks: false);
        await jack.Chat.EvaluateAsync("document.activeElement.blur(); document.querySelector('#modal .blocks').scrollTop = 0");
        await Album.ForReadme(jack.Page, "introduce");
        await form.SendAndClose();
        await jack.GoTo("IntroBot");
        var link = jack.Page.Locator("#messages a[href*='/c/']").Last;
        await Expect(link).ToBeVisibleAsync();

        await using var ada = await Reader.Open(chromium, s_phone);
        await ada.Page.GotoAsync((await link.GetAttributeAsync("href"))!);
        await ada.Page.GetByLabel(In("en", nameof(Words.ContactYourName)), new() { Exact = true }).FillAsync("Ada Martin");
        await ada.Page.GetByLabel(In("en", nameof(Words.ContactYourAddress)), new() { Exact = true }).FillAsync("ada.martin@example.com");
        await ada.Page.EvaluateAsync("document.activeElement.blur(); scrollTo(0, 0)");
        await Album.ForReadme(ada.Page, "contact");
        await ada.Press(In("en", nameof(Words.ContactAgreeButton)));

        await using var lea = await Window.OpenTeams(chromium, Bot, People.Lea, TeamsChannels.Tech, s_phone);
        var card = await lea.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await Album.ForReadme(lea.Page, "take");
        await card.Press(In("fr", nameof(Words.ButtonClaim)));

        await using var mina = await Window.Open(chromium, Bot, People.Mina, Channels.Thanks, s_phone);
        await (await mina.Reads("Jack Osei")).Reply("Merci Jack, bien joué !");
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.Thanks, s_phone);
        await emma.Reads("Merci Jack, bien joué");
        await Album.ForReadme(emma.Page, "thanks");
    }

    private static string In(string language, string key) => Words.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(language))!;
}
