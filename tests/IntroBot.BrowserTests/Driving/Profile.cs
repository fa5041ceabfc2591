using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Driving;

/// <summary>A window of a browser profile of its own. When it is closed it is emptied and kept for the next test that wants the same look, since opening one costs more than most tests do in it.</summary>
internal sealed class Profile(Chromium chromium, Look look, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>As nobody has used it yet.</summary>
    public async Task<Profile> Fresh()
    {
        await page.SetViewportSizeAsync(look.Width, look.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = look.Colours, Media = Media.Screen });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await page.EvaluateAsync("localStorage.clear()");
            await page.GotoAsync("about:blank");
            chromium.Keep(look, this);
        }
        catch (PlaywrightException)
        {
            // What cannot be emptied is not used again.
            await page.Context.CloseAsync();
        }
    }
}
