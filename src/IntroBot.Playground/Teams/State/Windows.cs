namespace IntroBot.Playground.Teams.State;

/// <summary>Sliding windows: what was let through lately, by key.</summary>
internal sealed class Windows
{
    private readonly Dictionary<string, List<DateTimeOffset>> passed = [];

    /// <summary>Lets so many calls through; null when every window had room for them, else the whole seconds until all have.</summary>
    public int? Take(string key, IReadOnlyList<Window> windows, int calls, DateTimeOffset now)
    {
        if (windows.Count == 0)
        {
            return null;
        }

        if (!passed.TryGetValue(key, out var times))
        {
            passed[key] = times = [];
        }

        times.RemoveAll(time => now - time >= windows.Max(window => window.In));
        var wait = windows.Select(window => Wait(times, window, calls, now)).Max();
        if (wait > TimeSpan.Zero)
        {
            return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        }

        times.AddRange(Enumerable.Repeat(now, calls));
        return null;
    }

    private static TimeSpan Wait(List<DateTimeOffset> times, Window window, int calls, DateTimeOffset now)
    {
        var within = times.Count(time => now - time < window.In);
        var over = Math.Min(within, within + calls - window.Calls);
        return over <= 0 ? TimeSpan.Zero : times[times.Count - within + over - 1] + window.In - now;
    }
}
