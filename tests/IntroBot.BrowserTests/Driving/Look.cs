using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>What a window looks like: its size in CSS pixels, its colours, and the language its owner reads.</summary>
public sealed record Look(int Width, int Height, ColorScheme Colours = ColorScheme.Light, string Language = "en-US")
{
    private const float Patience = 60_000;

    public static Look Desktop { get; } = new(1280, 900);

    public static Look Phone { get; } = new(390, 844);

    public Look Dark => this with { Colours = ColorScheme.Dark };

    /// <summary>A window with this look that nobody has used, patient on a busy machine.</summary>
    internal async Task<Profile> Profile(Chromium chromium)
    {
        if (chromium.Kept(this) is { } kept)
        {
            return await kept.Fresh();
        }

        var context = await Context(chromium);
        return new Profile(chromium, this, await context.NewPageAsync());
    }

    /// <summary>A browser profile of its own, for whoever looks closely at what goes on in it.</summary>
    internal async Task<IBrowserContext> Context(Chromium chromium)
    {
        SetDefaultExpectTimeout(Patience);
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = Width, Height = Height },
            ColorScheme = Colours,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Paris",
            Locale = Language,
            HasTouch = Width < 500,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}
