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
    private (string Channel, DateTimeOffset Until) told;
    private double tokens = BucketSize;
    private DateTimeOffset filled = clock.GetUtcNow();

    /// <summary>Takes a post's place; zero when it may go now, else how long until it may, with nothing taken.</summary>
    public TimeSpan Take(string channel)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Fill(now);
            var wait = Until(channel, now);
            wait = wait > TimeSpan.Zero || tokens >= 1 ? wait : TimeSpan.FromSeconds((1 - tokens) / PerSecond);
            if (wait <= TimeSpan.Zero)
            {
                tokens -= 1;
                Remember(channel, now + BetweenPosts, now);
            }

            return wait;
        }
    }

    /// <summary>How long a method is still shut; zero when it is open.</summary>
    public TimeSpan Shut(Method method)
    {
        lock (gate)
        {
            return Until(method.Name, clock.GetUtcNow());
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
        tokens = Math.Clamp(tokens + ((now - filled).TotalSeconds * PerSecond), 0, BucketSize);
        filled = now;
    }

    private TimeSpan Until(string key, DateTimeOffset now) =>
        notBefore.TryGetValue(key, out var open) && open > now ? open - now : TimeSpan.Zero;

    private void Remember(string key, DateTimeOffset open, DateTimeOffset now)
    {
        if (notBefore.Count >= Remembered)
        {
            foreach (var past in notBefore.Where(entry => entry.Value <= now).Select(static entry => entry.Key).ToList())
            {
                notBefore.Remove(past);
            }
        }

        notBefore[key] = notBefore.TryGetValue(key, out var known) && known > open ? known : open;
    }
}
