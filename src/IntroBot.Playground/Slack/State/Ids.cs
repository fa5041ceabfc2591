using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntroBot.Playground.Slack.State;

/// <summary>Slack's ids and timestamps, repeatable from a seed; timestamps never repeat.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A playground's ids must be repeatable from a seed; they guard nothing.")]
internal sealed class Ids(Random random, TimeProvider clock)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private long lastMicroseconds;

    public string Next(string prefix) => prefix + new string(random.GetItems<char>(Alphabet, 10));

    /// <summary>What Slack gives a block or an element that came without an id.</summary>
    public string Short() => new(random.GetItems<char>(Alphabet, 5));

    public string Hex(int digits) => random.GetHexString(digits, lowercase: true);

    /// <summary><c>seconds.microseconds</c>, later than every one before.</summary>
    public string Ts()
    {
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        lastMicroseconds = Math.Max(now, lastMicroseconds + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{lastMicroseconds / 1_000_000}.{lastMicroseconds % 1_000_000:D6}");
    }

    public string ViewHash() => string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}.{Hex(8)}");

    public string TriggerId() => $"{random.NextInt64(1_000_000_000, 9_999_999_999)}.{random.NextInt64(1_000_000_000, 9_999_999_999)}.{Hex(32)}";
}
