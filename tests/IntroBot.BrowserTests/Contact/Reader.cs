using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Driving;

/// <summary>A contact's browser: a window of its own, of which everything that must not happen is noted.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _profile;

    private Reader(IBrowserContext profile, IPage page)
    {
        _profile = profile;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Dialogs that opened.</summary>
    public List<string> Dialogs { get; } = [];

    /// <summary>What the browser's console says: refusals of the content policy among it.</summary>
    public List<string> Console { get; } = [];

    /// <summary>Addresses the browser asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Forms that were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Opens a window; <paramref name="locale"/> is what the browser asks for.</summary>
    public static async Task<Reader> Open(Chromium chromium, Look look, string locale = "en-GB")
    {
        var profile = await (look with { Language = locale }).Context(chromium);
        var reader = new Reader(profile, await profile.NewPageAsync());
        reader.Page.Dialog += (_, dialog) =>
        {
            reader.Dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        reader.Page.Console += (_, said) => reader.Console.Add(said.Text);
        reader.Page.Request += (_, request) =>
        {
            reader.Requests.Add(request.Url);
            reader.Sent += request.Method == "POST" ? 1 : 0;
        };
        return reader;
    }

    /// <summary>Presses a button, once; how many presses that takes, counted by the forms that were sent.</summary>
    public async Task<int> Press(string button)
    {
        var before = Sent;
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.Load);
        return Sent - before;
    }

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}
