namespace IntroBot.Playground.Slack.State;

/// <summary>Token buckets: a small burst, then a steady rate.</summary>
internal sealed class Pace
{
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> buckets = [];

    /// <summary>Takes one token of <paramref name="what"/>; null when there was one, else the whole seconds to wait for it.</summary>
    public int? Take(string what, int burst, double perSecond, DateTimeOffset now)
    {
        var (tokens, at) = buckets.GetValueOrDefault(what, (burst, now));
        tokens = Math.Min(burst, tokens + ((now - at).TotalSeconds * perSecond));
        var granted = tokens >= 1 - 1e-9;
        buckets[what] = (granted ? tokens - 1 : tokens, now);
        return granted ? null : Math.Max(1, (int)Math.Ceiling((1 - tokens) / perSecond));
    }
}
