using System.Runtime.CompilerServices;
using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Teams;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Cards;

/// <summary>A page on which Microsoft's renderer (npm <c>adaptivecards</c>) draws cards, in the colours of one of Teams' themes.</summary>
internal sealed class Board(IPage page) : IAsyncDisposable
{
    private const int OnASheet = 12;

    public static IReadOnlyList<string> Themes { get; } = ["light", "dark", "contrast"];

    public IPage Page => page;

    public static async Task<Board> Open(Chromium chromium)
    {
        var (here, modules) = (Path.GetDirectoryName(File())!, Path.Combine(Album.Repository(), "tests/node_modules"));
        Assert.True(Directory.Exists(Path.Combine(modules, "adaptivecards")), "Microsoft's renderer is not installed: run './build test', or 'npm ci' in tests/.");
        var page = await chromium.Browser.NewPageAsync(new() { ViewportSize = new() { Width = 1340, Height = 900 } });
        await page.SetContentAsync(await System.IO.File.ReadAllTextAsync(Path.Combine(here, "board.html")));
        foreach (var script in new[] { Path.Combine(modules, "adaptivecards/dist/adaptivecards.min.js"), Path.Combine(modules, "markdown-it/dist/browser/markdown-it.umd.min.js"), Path.Combine(here, "board.js") })
        {
            await page.AddScriptTagAsync(new() { Path = script });
        }

        return new Board(page);
    }

    /// <summary>Draws all of them, so many CSS pixels wide, and gives everything the renderer or the layout has against it.</summary>
    public Task<string[]> Draw(string title, Language language, string theme, int width, IEnumerable<SentCards> sent) => page.EvaluateAsync<string[]>(
        "([title, language, theme, width, sent]) => drawBoard(title, language, theme, width, sent)",
        new object[] { title, language == Language.Fr ? "fr" : "en", theme, width, sent.Select(static one => new { name = one.Name, cards = one.Cards }).ToArray() });

    /// <summary>With <c>SCREENSHOTS=1</c>, pictures of all of them, some on a sheet, for eyes.</summary>
    public async Task Picture(Language language, string theme, int width, IEnumerable<SentCards> sent)
    {
        foreach (var (number, sheet) in sent.Chunk(OnASheet).Index())
        {
            var name = $"cards-{language}-{theme}-{width}-{number:00}".ToLowerInvariant();
            await Draw(name, language, theme, width, sheet);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Album.Repository(), "artifacts/screenshots", $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    private static string File([CallerFilePath] string file = "") => file;
}
