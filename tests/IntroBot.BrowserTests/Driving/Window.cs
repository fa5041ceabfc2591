using System.Threading.Channels;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>Somebody's chat, alone in a window or beside the other one, spoken of as they would: where they are, what they type, read and press.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly Profile? _profile;

    internal Window(IFrame chat, Profile? profile = null)
    {
        Chat = chat;
        _profile = profile;
    }

    public IPage Page => Chat.Page;

    internal IFrame Chat { get; }

    /// <summary>Opens Slack as somebody, in a channel (<c>C…</c>) or where the Playground puts them.</summary>
    public static Task<Window> Open(Chromium chromium, Bot bot, string person, string? place = null, Look? look = null) => Open(chromium, bot, "slack", person, place, look);

    /// <summary>Opens Teams as the same person, in a channel (<c>19:…</c>) or in the chat with the bot.</summary>
    public static Task<Window> OpenTeams(Chromium chromium, Bot bot, string person, string? place = null, Look? look = null) => Open(chromium, bot, "teams", People.InTeams(person), place, look);

    private static async Task<Window> Open(Chromium chromium, Bot bot, string chat, string person, string? place, Look? look)
    {
        var profile = await (look ?? Look.Desktop).Profile(chromium);
        await profile.Page.GotoAsync(new Uri(bot.Address, $"playground/{chat}?as={person}{(place is null ? "" : $"&in={Uri.EscapeDataString(place)}")}").AbsoluteUri);
        var window = new Window(profile.Page.MainFrame, profile);
        await window.Settled();
        return window;
    }

    /// <summary>Waits until the chat is drawn.</summary>
    internal async Task Settled() => await Expect(Chat.Locator("#app")).Not.ToHaveAttributeAsync("aria-busy", "true");

    /// <summary>Goes to a channel, the messages with the bot, or its Home, by the name in the sidebar.</summary>
    public async Task GoTo(string place)
    {
        var menu = Chat.Locator("#open-sidebar");
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await Chat.Locator("#places button").Filter(new() { Has = Page.GetByText(place, new() { Exact = true }) }).First.ClickAsync();
        await IsIn(place);
    }

    /// <summary>Waits until the bot has drawn something on its Home.</summary>
    public async Task HomeSays(string words) => await Expect(Chat.Locator("#home")).ToContainTextAsync(words);

    /// <summary>Waits until the person is in a place.</summary>
    public async Task IsIn(string place) => await Expect(Chat.Locator("#place")).ToHaveTextAsync(place);

    /// <summary>Types into the message box and sends it.</summary>
    public async Task Types(string words)
    {
        await Chat.Locator("#composer").FillAsync(words);
        await Chat.Locator("#composer").PressAsync("Enter");
    }

    /// <summary>Types a command and gets the form it opens.</summary>
    public async Task<Dialog> Opens(string command)
    {
        await Types(command);
        return await Asked();
    }

    /// <summary>Sends what stands in the message box.</summary>
    public async Task Sends() => await Chat.Locator("#composer").PressAsync("Enter");

    /// <summary>Chooses from a menu: the shortcuts beside the message box (<c>#shortcuts</c>), the command box, the bot's prompts.</summary>
    public async Task Chooses(string menu, string option)
    {
        await Chat.Locator(menu).ClickAsync();
        await Chat.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^" + option) }).ClickAsync();
    }

    /// <summary>Whether a form or dialog is open.</summary>
    public async Task<bool> HasDialog() => await Chat.Locator("#modal").IsVisibleAsync();

    /// <summary>The form or dialog that opened.</summary>
    public Task<Dialog> Asked() => Dialog.Opened(Chat);

    /// <summary>Waits until the last message with these words is there.</summary>
    public async Task<Card> Reads(string words)
    {
        // By its time at once: the bot may edit the words away before anything is done with it.
        var sent = await Chat.Locator("#messages > .message, #messages > .thread-box .message").Filter(new() { HasText = words }).Last.GetAttributeAsync("data-ts");
        var message = Chat.Locator($"#messages .message[data-ts='{sent}']");
        await Expect(message).ToBeVisibleAsync();
        return new Card(Chat, message);
    }

    /// <summary>Waits until the page has been told of these words, drawn or not, after something is done.</summary>
    public async Task Hears(string words, Func<Task> after)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var told = Channel.CreateUnbounded<IResponse>();
        void Listen(object? sender, IResponse response)
        {
            if (response.Url.Contains("/state?", StringComparison.Ordinal))
            {
                told.Writer.TryWrite(response);
            }
        }

        Page.Response += Listen;
        await after();
        while (!(await (await told.Reader.ReadAsync(patience.Token)).TextAsync()).Contains(words, StringComparison.Ordinal))
        {
        }

        Page.Response -= Listen;
        await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /// <summary>Waits for a sentence that says why something did not work.</summary>
    public async Task IsTold(string words) => await Expect(Chat.Locator("#notice")).ToContainTextAsync(words);

    /// <summary>Waits until so many messages of the place offer a step.</summary>
    public async Task Offers(string step, int messages) => await Expect(Chat.Locator($"#messages [data-action-id={step}]")).ToHaveCountAsync(messages);

    /// <summary>Waits until nothing stands in the place.</summary>
    public async Task IsEmpty() => await Expect(Chat.Locator("#messages .message")).ToHaveCountAsync(0);

    /// <summary>What stands in the place now, as a person reads it.</summary>
    public async Task<string> Everything() => await Chat.Locator("#messages").InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        if (_profile is not null)
        {
            await _profile.DisposeAsync();
        }
    }
}
