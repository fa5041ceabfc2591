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

    /// <summary>A browser profile of its own with this look, patient on a busy machine.</summary>
    internal async Task<IBrowserContext> Profile(Chromium chromium)
    {
        SetDefaultExpectTimeout(Patience);
        var profile = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = Width, Height = Height }, ColorScheme = Colours, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Europe/Paris", Locale = Language,
            HasTouch = Width < 500,
        });
        profile.SetDefaultTimeout(Patience);
        return profile;
    }
}
