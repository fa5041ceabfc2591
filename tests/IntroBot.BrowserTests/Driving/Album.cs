using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Driving;

/// <summary>
/// What people see, on a desktop and on a phone. Each picture is checked for anything wider than the window; with <c>SCREENSHOTS=1</c> it is also written to
/// <c>artifacts/screenshots</c>, for eyes.
/// </summary>
internal sealed class Album(string language)
{
    private const int Tall = 1500;

    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    public List<string> Overflowing { get; } = [];

    public static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    /// <summary>Takes the picture on both devices; <paramref name="tall"/> shows a whole conversation at once.</summary>
    public async Task Take(Window window, string name, bool tall = false)
    {
        foreach (var (device, look) in new[] { ("phone", Look.Phone), ("desktop", Look.Desktop) })
        {
            await window.Page.SetViewportSizeAsync(look.Width, tall ? Tall : look.Height);
            await window.Page.EvaluateAsync("height => document.querySelector('#modal').style.maxHeight = height", tall ? "none" : "");
            if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('#scroll, #modal .blocks')].some(box => box.scrollWidth > box.clientWidth)"))
            {
                Overflowing.Add($"{language}-{name}-{device}");
            }

            if (Wanted)
            {
                var file = Path.Combine(Repository(), "artifacts/screenshots", $"{language}-{name}-{device}.png");
                await window.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
            }
        }

        await window.Page.SetViewportSizeAsync(Look.Desktop.Width, Look.Desktop.Height);
        await window.Page.EvaluateAsync("() => document.querySelector('#modal').style.maxHeight = ''");
    }
}
