using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntroBot.Playground.Teams.State;

/// <summary>Teams' ids, repeatable from a seed; those of messages are milliseconds and never repeat.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A playground's ids must be repeatable from a seed; they guard nothing.")]
internal sealed class Ids(Random random, TimeProvider clock)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private long lastMilliseconds;

    public string Next(int length) => new(random.GetItems<char>(Alphabet, length));

    /// <summary>Unix milliseconds, later than every one before.</summary>
    public string Message()
    {
        lastMilliseconds = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), lastMilliseconds + 1);
        return lastMilliseconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What an invoke or an event carries as its id.</summary>
    public string Event() => "f:" + Guid();

    public string Guid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
