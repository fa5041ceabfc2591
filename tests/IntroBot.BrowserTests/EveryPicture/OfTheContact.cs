using IntroBot.BrowserTests.Contact;
using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Contact;

namespace IntroBot.BrowserTests.EveryPicture;

/// <summary>Every page the contact can meet, and what their answers lead to.</summary>
public sealed class OfTheContact(Chromium chromium)
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    public async Task Every_page_fits_its_window(string locale)
    {
        var language = locale.StartsWith("fr", StringComparison.Ordinal) ? Language.Fr : Language.En;
        var album = new Album(locale[..2]);
        await using var site = await SampleSite.Start(language: language);
        await using var reader = await Reader.Open(chromium, Look.Desktop, locale);
        foreach (var token in SamplePages.All(language).Keys.Append("gone"))
        {
            await Goes(token);
            await album.Take(reader.Page, $"contact-{token}");
        }

        await Goes("invited");
        await reader.Page.ClickAsync("[value=agree]");
        await album.Take(reader.Page, "contact-answered");
        await Goes("invited");
        await reader.Page.FillAsync("#agree-contact", "?");
        await reader.Page.ClickAsync("[value=agree]");
        await album.Take(reader.Page, "contact-refused");
        Assert.Empty(album.Overflowing);

        Task Goes(string token) => reader.Page.GotoAsync(new Uri(site.Address, $"c/{token}").AbsoluteUri);
    }
}
