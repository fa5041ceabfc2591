using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>What a window looks like: its size in CSS pixels and its colours.</summary>
public sealed record Look(int Width, int Height, ColorScheme Colours = ColorScheme.Light)
{
    public static Look Desktop { get; } = new(1280, 900);

    public static Look Phone { get; } = new(390, 844);
}

/// <summary>Somebody's window on the Playground, spoken of as they would: where they are, what they type, read and press.</summary>
public sealed class Window : IAsyncDisposable
{
    private const float Patience = 60_000;
    private readonly IBrowserContext _profile;

    private Window(IBrowserContext profile, IPage page)
    {
        _profile = profile;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Opens a window as somebody, in a channel (<c>C…</c>) or where the Playground puts them.</summary>
    public static async Task<Window> Open(Chromium chromium, Bot bot, string person, string? place = null, Look? look = null)
    {
        SetDefaultExpectTimeout(Patience);
        look ??= Look.Desktop;
        var profile = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height }, ColorScheme = look.Colours, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Europe/Paris",
        });
        profile.SetDefaultTimeout(Patience);
        await profile.AddInitScriptAsync("localStorage.setItem('playground.steps', 'closed'); localStorage.setItem('playground.calls', 'closed');");
        var window = new Window(profile, await profile.NewPageAsync());
        await window.Page.GotoAsync(new Uri(bot.Address, $"playground?as={person}{(place is null ? "" : $"&in={place}")}").AbsoluteUri);
        await Expect(window.Page.Locator("#app")).Not.ToHaveAttributeAsync("aria-busy", "true");
        return window;
    }

    /// <summary>Goes to a channel, the messages with the bot, or its Home, by the name in the sidebar.</summary>
    public async Task GoTo(string place)
    {
        var menu = Page.Locator("#open-sidebar");
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await Page.Locator("#places button").Filter(new() { Has = Page.GetByText(place, new() { Exact = true }) }).First.ClickAsync();
        await Expect(Page.Locator("#place")).ToHaveTextAsync(place);
    }

    /// <summary>Types into the message box and sends it.</summary>
    public async Task Types(string words)
    {
        await Page.Locator("#composer").FillAsync(words);
        await Page.Locator("#composer").PressAsync("Enter");
    }

    /// <summary>Types a command and gets the form it opens.</summary>
    public async Task<Dialog> Opens(string command)
    {
        await Types(command);
        return await Dialog.Opened(Page);
    }

    /// <summary>Goes the Playground's own way for newcomers; the step types or shows what comes next.</summary>
    public async Task FollowsStep(int number)
    {
        await Page.Locator("#steps summary").ClickAsync();
        await Page.Locator("#steps button").Nth(number - 1).ClickAsync();
        await Expect(Page.Locator("#composer")).ToBeFocusedAsync();
    }

    /// <summary>Sends what stands in the message box and gets the form it opens.</summary>
    public async Task<Dialog> Sends()
    {
        await Page.Locator("#composer").PressAsync("Enter");
        return await Dialog.Opened(Page);
    }

    /// <summary>Whether a form or dialog is open.</summary>
    public async Task<bool> HasDialog() => await Page.Locator("#modal").IsVisibleAsync();

    /// <summary>The form or dialog that opened.</summary>
    public Task<Dialog> Asked() => Dialog.Opened(Page);

    /// <summary>Waits until the last message with these words is there.</summary>
    public async Task<Card> Reads(string words)
    {
        var message = Page.Locator("#messages > .message").Filter(new() { HasText = words }).Last;
        await Expect(message).ToBeVisibleAsync();
        return new Card(Page, message);
    }

    /// <summary>Waits until so many messages of the place offer a step.</summary>
    public async Task Offers(string step, int messages) => await Expect(Page.Locator($"#messages [data-action-id={step}]")).ToHaveCountAsync(messages);

    /// <summary>What stands in the place now, as a person reads it.</summary>
    public async Task<string> Everything() => await Page.Locator("#messages").InnerTextAsync();

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}

/// <summary>A message with what can be pressed in it. It stays the same message while the bot edits it.</summary>
public sealed class Card(IPage page, ILocator message)
{
    private ILocator? _pinned;

    /// <summary>Presses a button.</summary>
    public async Task Press(string button)
    {
        await (await Pinned()).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>Chooses one of the further steps behind the dots.</summary>
    public async Task Choose(string option)
    {
        await (await Pinned()).Locator(".actions .icon").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Says yes to the question that a press asks first.</summary>
    public async Task Confirm() => await page.Locator("#confirm [value=yes]").ClickAsync();

    /// <summary>Waits until the card says this.</summary>
    public async Task Says(string words) => await Expect(await Pinned()).ToContainTextAsync(words);

    /// <summary>The card as a person reads it.</summary>
    public async Task<string> Text() => await (await Pinned()).InnerTextAsync();

    /// <summary>The buttons it offers.</summary>
    public async Task<IReadOnlyList<string>> Buttons() => await (await Pinned()).Locator(".actions > button:not(.icon)").AllInnerTextsAsync();

    private async Task<ILocator> Pinned() =>
        _pinned ??= page.Locator($"#messages > .message[data-ts='{await message.GetAttributeAsync("data-ts")}']");
}
