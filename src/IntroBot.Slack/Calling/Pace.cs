using IntroBot.Answering;

namespace IntroBot.Slack.Calling;

/// <summary>
/// Posting no faster than Slack allows: one a second in a channel, a bucket for the workspace, and nobody before a <c>Retry-After</c> is over
/// (docs.slack.dev, rate limits). It never waits; it says how long to wait.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private const double BucketSize = 20;
    private const double PerSecond = 5;
    private const int Remembered = 20_000;
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> notBefore = [];
    private readonly Dictionary<string, WaitingLine> lines = [];
    private readonly WaitingLine workspace = new(TimeSpan.FromSeconds(1 / PerSecond));
    private (string Channel, DateTimeOffset Until) told;
    private double tokens = BucketSize;
    private DateTimeOffset filled = clock.GetUtcNow();

    /// <summary>Takes the place of a post, known by <paramref name="key"/> when it asks again; zero when it may go now, else how long until it may. First it waits for its channel, then for the workspace;
    /// there, what recruiters wait for goes before private messages.</summary>
    public TimeSpan Take(string channel, string key)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Fill(now);
            var place = $"{channel} {key}";
            var isPrivate = channel is ['U' or 'W' or 'D', ..];
            if (!workspace.Holds(place) && InChannel(channel, key, now) is { Ticks: > 0 } first)
            {
                return first;
            }

            var wait = !isPrivate && tokens >= 1 - BucketSize ? TimeSpan.Zero : workspace.Ask(place, tokens >= 1 ? now : now + TimeSpan.FromSeconds((1 - tokens) / PerSecond), now);
            tokens -= wait > TimeSpan.Zero ? 0 : 1;
            Remember(channel, now + wait + BetweenPosts, now);
            return wait;
        }
    }

    /// <summary>How long a method is still shut; zero when it is open.</summary>
    public TimeSpan Shut(Method method)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return Open(method.Name, now) - now;
        }
    }

    /// <summary>Slack asked to wait. Posts have a limit in each channel and one in the workspace, and Slack does not say which was met: one channel is taken at its word,
    /// so that a busy one holds up nobody's private messages; a second one meanwhile means the workspace.</summary>
    public void Wait(Method method, string? channel, TimeSpan after)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (channel is null || (told.Channel != channel && told.Until > now))
            {
                Remember(method.Name, now + after, now);
            }

            if (channel is not null)
            {
                Remember(channel, now + after, now);
                told = (channel, now + after);
            }
        }
    }

    private void Fill(DateTimeOffset now)
    {
        tokens = Math.Min(tokens + ((now - filled).TotalSeconds * PerSecond), BucketSize);
        filled = now;
    }

    private TimeSpan InChannel(string channel, string key, DateTimeOffset now)
    {
        var open = Open(channel, now);
        if (!lines.TryGetValue(channel, out var line))
        {
            if (open <= now)
            {
                return TimeSpan.Zero;
            }

            lines[channel] = line = new WaitingLine(BetweenPosts);
        }

        return line.Ask(key, open, now);
    }

    private DateTimeOffset Open(string key, DateTimeOffset now) => notBefore.TryGetValue(key, out var open) && open > now ? open : now;

    private void Remember(string key, DateTimeOffset open, DateTimeOffset now)
    {
        if (notBefore.Count >= Remembered)
        {
            foreach (var past in notBefore.Where(entry => entry.Value <= now).Select(static entry => entry.Key).ToList())
            {
                notBefore.Remove(past);
            }

            foreach (var quiet in lines.Where(entry => entry.Value.IsQuiet(now)).Select(static entry => entry.Key).ToList())
            {
                lines.Remove(quiet);
            }
        }

        notBefore[key] = notBefore.TryGetValue(key, out var known) && known > open ? known : open;
    }
}
