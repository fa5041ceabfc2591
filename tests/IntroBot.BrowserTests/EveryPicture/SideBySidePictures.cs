using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests.EveryPicture;

/// <summary>The bot of a company whose people introduced and answered before anybody came.</summary>
public sealed class BotWithAPast(Hosts hosts) : Bot(hosts)
{
    protected override Company Company => Company.WithAPast;
}

/// <summary>Both chats and what is around them, as a newcomer meets them, for the README too.</summary>
public sealed class SideBySidePictures(Chromium chromium, BotWithAPast bot) : IClassFixture<BotWithAPast>
{
    private static readonly Look s_wide = new(1120, 700);

    [Theory]
    [InlineData("en", "en-US")]
    [InlineData("fr", "fr-FR")]
    public async Task The_first_minute_fits_its_windows(string language, string locale)
    {
        await bot.BeginAgain();
        var album = new Album(language);
        await using var told = await Window.OpenTeams(chromium, bot, People.Mina, TeamsChannels.Thanks);
        await told.Reads("nous grandissons");
        await using var both = await SideBySide.Open(chromium, bot, Look.Desktop with { Language = locale });
        await album.Take(both, "both");
        await both.TakesStep(3);
        await both.Slack.IsIn("thanks");
        await both.Teams.IsIn("Thanks");
        await album.Take(both, "both-thanks");
        await both.TakesStep(2);
        await (language == "fr" ? both.Teams : both.Slack).Reads("INT-");
        await album.Take(both, "both-recruiting");
        await AlsoForReadme(language, both);
        await both.Page.Locator("#open-happened").ClickAsync();
        await both.Happened("ledger", "Intro");
        await album.Take(both, "both-happened");
        await both.Shows("slack");
        await album.Take(both, "slack-happened");
        await both.Chooses(language == "fr" ? "Recommencer" : "Start again");
        await album.Take(both, "start-again");
        Assert.Empty(album.Overflowing);
    }

    private static async Task AlsoForReadme(string language, SideBySide both)
    {
        if (language == "en")
        {
            await both.Page.SetViewportSizeAsync(s_wide.Width, s_wide.Height);
            await Album.ForReadme(both.Page, "playground");
            await both.Page.SetViewportSizeAsync(Look.Desktop.Width, Look.Desktop.Height);
        }
    }
}
