using System.Collections.Concurrent;
using IntroBot.BrowserTests.Driving;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace IntroBot.BrowserTests.Driving;

/// <summary>One Chromium for all tests, the machine's own; every person's window has a profile of its own, and windows that were closed are used again.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] s_quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<Look, ConcurrentBag<Profile>> _closed = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = s_quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of this look that was closed, if there is one.</summary>
    internal Profile? Kept(Look look) => Closed(look).TryTake(out var profile) ? profile : null;

    internal void Keep(Look look, Profile profile) => Closed(look).Add(profile);

    private ConcurrentBag<Profile> Closed(Look look) => _closed.GetOrAdd(look, static _ => []);

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } told ? told
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(static folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"No browser: install chromium, or set CHROMIUM to the path of one. Looked for {string.Join(", ", s_names)}.");
}
