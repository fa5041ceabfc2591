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

    /// <summary>Opens a window; <paramref name="locale"/> is what the browser asks for.</summary>
    public static async Task<Reader> Open(Chromium chromium, Look look, string locale = "en-GB", bool scripts = true)
    {
        var profile = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height }, ColorScheme = look.Colours, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Europe/Paris", Locale = locale, JavaScriptEnabled = scripts,
        });
        profile.SetDefaultTimeout(60_000);
        var reader = new Reader(profile, await profile.NewPageAsync());
        reader.Page.Dialog += (_, dialog) =>
        {
            reader.Dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        reader.Page.Console += (_, said) => reader.Console.Add(said.Text);
        reader.Page.Request += (_, request) => reader.Requests.Add(request.Url);
        return reader;
    }

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}
