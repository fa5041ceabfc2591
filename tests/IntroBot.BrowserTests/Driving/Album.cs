using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Driving;

/// <summary>
/// What people see, on a phone and on a desktop. Each picture is checked for anything wider than its window; with <c>SCREENSHOTS=1</c> it is also written to
/// <c>artifacts/screenshots</c> in light and dark colours, for eyes, and those the README shows to <c>docs/pictures</c>.
/// </summary>
internal sealed class Album(string language)
{
    private const int Tall = 1900;
    private const string TooWide = "document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('#scroll, #modal .blocks')].some(box => box.scrollWidth > box.clientWidth)";

    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    public List<string> Overflowing { get; } = [];

    public static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    /// <summary>Takes the picture of a chat; <paramref name="tall"/> shows a whole conversation or form at once.</summary>
    public Task Take(Window window, string name, bool tall = false) => Take(window.Page, [window.Chat], name, tall);

    /// <summary>Takes the picture of both chats and what is around them.</summary>
    public Task Take(SideBySide both, string name) => Take(both.Page, [both.Page.MainFrame, both.Slack.Chat, both.Teams.Chat], name, tall: false);

    /// <summary>Takes the picture of a whole page that is no chat.</summary>
    public Task Take(IPage page, string name) => Take(page, [page.MainFrame], name, tall: false);

    /// <summary>Takes a picture for the README.</summary>
    public static async Task ForReadme(IPage page, string name)
    {
        if (Wanted)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository(), "docs/pictures", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    private async Task Take(IPage page, IFrame[] frames, string name, bool tall)
    {
        foreach (var (device, look) in new[] { ("phone", Look.Phone), ("desktop", Look.Desktop) })
        {
            await page.SetViewportSizeAsync(look.Width, tall ? Tall : look.Height);
            foreach (var frame in frames)
            {
                await frame.EvaluateAsync("height => { const modal = document.querySelector('#modal'); if (modal) modal.style.maxHeight = height; }", tall ? "none" : "");
                if (await frame.EvaluateAsync<bool>(TooWide))
                {
                    Overflowing.Add($"{language}-{name}-{device}");
                }
            }

            foreach (var (colours, scheme) in Wanted ? [("light", ColorScheme.Light), ("dark", ColorScheme.Dark)] : Array.Empty<(string, ColorScheme)>())
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(Repository(), "artifacts/screenshots", $"{language}-{name}-{device}-{colours}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Look.Desktop.Width, Look.Desktop.Height);
        foreach (var frame in frames)
        {
            await frame.EvaluateAsync("() => { const modal = document.querySelector('#modal'); if (modal) modal.style.maxHeight = ''; }");
        }
    }
}
