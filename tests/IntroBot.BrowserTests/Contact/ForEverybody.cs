using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Contact;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Contact;

/// <summary>The contact's page for people who use no mouse, see little, enlarge four times or listen (WCAG 2.2 AA).</summary>
public sealed class ForEverybody(Chromium chromium)
{
    /// <summary>1280 x 1024 CSS pixels, enlarged four times.</summary>
    private static readonly Look s_enlarged = new(320, 256);

    [Theory]
    [InlineData(Language.En, ColorScheme.Light)]
    [InlineData(Language.Fr, ColorScheme.Dark)]
    public async Task Nothing_axe_knows_of_stands_in_anybodys_way(Language language, ColorScheme colours)
    {
        await using var site = await SampleSite.Start(language: language);
        await using var reader = await Reader.Open(chromium, Look.Phone with { Colours = colours }, language == Language.Fr ? "fr-FR" : "en-GB");
        foreach (var token in SamplePages.All(language).Keys.Append("unknown"))
        {
            await reader.Page.GotoAsync(new Uri(site.Address, $"c/{token}").AbsoluteUri);
            await Check(reader, token);
        }

        await Go(reader, site, "own");
        await reader.Page.FillAsync("#correct-contact", "?");
        await reader.Page.ClickAsync("[value=correct]");
        await Check(reader, "refused");
        await Go(reader, site, "own");
        await reader.Page.ClickAsync("[value=correct]");
        await Check(reader, "done");
        await Go(reader, site, "invited");
        await reader.Page.ClickAsync("[value=agree]");
        await Check(reader, "answered");
    }

    [Fact]
    public async Task Enlarged_four_times_nothing_scrolls_sideways_and_nothing_is_cut_off()
    {
        await using var site = await SampleSite.Start(language: Language.Fr);
        await using var reader = await Reader.Open(chromium, s_enlarged, "fr-FR");
        foreach (var token in SamplePages.All(Language.Fr).Keys.Append("unknown"))
        {
            await Go(reader, site, token);
            Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{token} scrolls sideways");
            Assert.Equal("", await reader.Page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && e.tagName !== 'INPUT' && e.tagName !== 'BUTTON').map(e => e.outerHTML.slice(0, 90)).join()"));
        }
    }

    [Fact]
    public async Task Somebody_who_uses_no_mouse_agrees_and_the_keys_follow_the_reading_order()
    {
        await using var site = await SampleSite.Start();
        await using var reader = await Reader.Open(chromium, Look.Phone);
        await Go(reader, site, "invited");
        var stops = new List<string>();
        while (stops.Count < 40)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            var stop = await Focused(reader, "e.name === 'step' ? e.value : e.id || e.textContent");
            Assert.NotEqual("0px", await Focused(reader, "getComputedStyle(e).outlineWidth"));
            stops.Add(stop);
            if (stop == "agree-address")
            {
                await reader.Page.Keyboard.TypeAsync("ada@example.com");
            }

            if (stop == "agree")
            {
                break;
            }
        }

        Assert.Equal(["Français", "agree-contact", "agree-address", "agree-about", "agree-location", "agree-relation", "hears-each-step", "How your details are used, and your rights, in full below", "agree"], stops);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Thank you. It is on its way.");
        Assert.Equal("ada@example.com", Assert.Single(site.Presses).Fields["address"]);
    }

    [Fact]
    public async Task A_refused_form_is_announced_leads_to_its_fields_and_keeps_what_was_typed()
    {
        await using var site = await SampleSite.Start();
        await using var reader = await Reader.Open(chromium, Look.Phone);
        await Go(reader, site, "invited");
        await reader.Page.FillAsync("#agree-contact", "?");
        await reader.Page.FillAsync("#agree-about", "sculptor");
        await reader.Page.CheckAsync("#hears-nothing");
        await reader.Page.ClickAsync("[value=agree]");
        await Assertions.Expect(reader.Page.Locator(".refusal")).ToBeFocusedAsync();
        await reader.Page.ClickAsync(".refusal a >> nth=0");
        Assert.EndsWith("#agree-contact", reader.Page.Url, StringComparison.Ordinal);
        Assert.Equal("sculptor", await reader.Page.InputValueAsync("#agree-about"));
        Assert.True(await reader.Page.IsCheckedAsync("#hears-nothing"));
        Assert.Equal("What may the recruiter call you? Up to 100 characters.", await reader.Page.EvaluateAsync<string>("document.getElementById(document.getElementById('agree-contact').getAttribute('aria-describedby').split(' ').at(-1)).textContent"));
    }

    [Fact]
    public async Task On_paper_stand_the_words_and_no_buttons()
    {
        await using var site = await SampleSite.Start();
        await using var reader = await Reader.Open(chromium, Look.Desktop);
        await Go(reader, site, "invited");
        await reader.Page.ClickAsync("[value=agree]");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await reader.Page.GetByText("https://intro.example.test/c/own-of-invited").IsVisibleAsync());
        await Go(reader, site, "own");
        Assert.Equal(0, await reader.Page.Locator("button:visible").CountAsync());
        Assert.True(await reader.Page.GetByText("Only how it ends").IsVisibleAsync());
        Assert.False(await reader.Page.GetByText("Each step").IsVisibleAsync());
        Assert.True((await reader.Page.PdfAsync(new() { Format = "A4" })).Length > 1000);
    }

    private static async Task Check(Reader reader, string what)
    {
        var found = await Axe.Looks(reader.Page);
        Assert.True(found.Passes.Length > 10, $"axe looked at {what}");
        Assert.Empty(found.Violations.Select(violation => $"{what}: {violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(static node => node.Html))})"));
    }

    private static async Task<string> Focused(Reader reader, string what) => await reader.Page.EvaluateAsync<string>($"String((e => {what})(document.activeElement))");

    private static async Task Go(Reader reader, SampleSite site, string token) => await reader.Page.GotoAsync(new Uri(site.Address, $"c/{token}").AbsoluteUri);
}
