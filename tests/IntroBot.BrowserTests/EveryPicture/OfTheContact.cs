using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Contact;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Contact;

/// <summary>Every page as a picture, for people to look at; taken when <c>PICTURES</c> names a folder.</summary>
public sealed class Pictures(Chromium chromium)
{
    [Fact]
    public async Task Every_page_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES");
        Assert.SkipWhen(folder is null, "PICTURES names no folder");
        foreach (var (language, locale) in new[] { (Language.En, "en-GB"), (Language.Fr, "fr-FR") })
        {
            await using var site = await SampleSite.Start(language: language);
            foreach (var (name, look) in new[] { ("phone", Look.Phone), ("phone-dark", Look.Phone with { Colours = ColorScheme.Dark }), ("desktop", Look.Desktop) })
            {
                await using var reader = await Reader.Open(chromium, look, locale);
                foreach (var token in SamplePages.All(language).Keys.Append("gone"))
                {
                    await reader.Page.GotoAsync(new Uri(site.Address, $"c/{token}").AbsoluteUri);
                    await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{token}-{locale[..2]}-{name}.png"), FullPage = true });
                }

                await reader.Page.GotoAsync(new Uri(site.Address, "c/invited").AbsoluteUri);
                await reader.Page.ClickAsync("[value=agree]");
                await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"answered-{locale[..2]}-{name}.png"), FullPage = true });
                await reader.Page.GotoAsync(new Uri(site.Address, "c/invited").AbsoluteUri);
                await reader.Page.FillAsync("#agree-contact", "?");
                await reader.Page.ClickAsync("[value=agree]");
                await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"refused-{locale[..2]}-{name}.png"), FullPage = true });
            }
        }
    }
}
