using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The Playground as a newcomer meets it: Slack and Teams side by side, with the first minute's steps above.</summary>
public sealed class SideBySide : IAsyncDisposable
{
    private readonly Profile _profile;

    private SideBySide(Profile profile, IPage page, Window slack, Window teams)
    {
        _profile = profile;
        Page = page;
        Slack = slack;
        Teams = teams;
    }

    public IPage Page { get; }

    public Window Slack { get; }

    public Window Teams { get; }

    public static async Task<SideBySide> Open(Chromium chromium, Bot bot, Look? look = null)
    {
        var profile = await (look ?? Look.Desktop).Profile(chromium);
        var page = profile.Page;
        await page.GotoAsync(new Uri(bot.Address, "playground").AbsoluteUri);
        var both = new SideBySide(profile, page, await Framed(page, "slack"), await Framed(page, "teams"));
        await both.Slack.Settled();
        await both.Teams.Settled();
        return both;
    }

    /// <summary>Takes a step of the first minute.</summary>
    public async Task TakesStep(int number)
    {
        var step = Page.Locator("#steps li").Nth(number - 1);
        await step.Locator("button").ClickAsync();
    }

    /// <summary>Waits until words lie ready in the message box of one of the chats, and sends them.</summary>
    public static async Task SendsWhatIsTyped(Window chat)
    {
        await Expect(chat.Chat.Locator("#composer")).Not.ToHaveValueAsync("");
        await chat.Sends();
    }

    /// <summary>Shows one chat alone, or both.</summary>
    public async Task Shows(string view) => await Page.Locator($"#view [value={view}]").ClickAsync();

    /// <summary>Moves time forward and waits until the bar shows the new day.</summary>
    public async Task MovesOn(string by)
    {
        var day = await Page.Locator("#time span").InnerTextAsync();
        await Page.Locator("#time").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = by, Exact = true }).ClickAsync();
        await Expect(Page.Locator("#time span")).Not.ToHaveTextAsync(day);
    }

    /// <summary>Chooses behind the dots in the bar.</summary>
    public async Task Chooses(string option)
    {
        await Page.Locator("#more").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Waits until something stands in the list of what just happened.</summary>
    public async Task Happened(string on, string what) => await Expect(Page.Locator($"#happened .on-{on}").Filter(new() { HasText = what }).First).ToBeVisibleAsync();

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();

    private static async Task<Window> Framed(IPage page, string chat) =>
        new(await (await page.Locator($"#{chat}").ElementHandleAsync()).ContentFrameAsync() ?? throw new InvalidOperationException($"{chat} is no frame"));
}
