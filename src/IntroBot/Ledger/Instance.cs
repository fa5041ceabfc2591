namespace IntroBot.Ledger;

/// <summary>One running process on the store; <paramref name="Owner"/> names it in leases and differs at each start.</summary>
internal sealed record Instance(string Owner, IStore Store, TimeProvider Time, Random Random, Func<Guid> NewId, PumpOptions Options)
{
    public DateTimeOffset Now => Time.GetUtcNow();

#pragma warning disable CA5394 // Spreads load over time; nothing secret depends on it.
    /// <summary>Between 0 and 1.</summary>
    public double Chance() => Random.NextDouble();
#pragma warning restore CA5394

    /// <summary>Between half of the time and all of it, so that hosts and effects do not fall into step.</summary>
    public TimeSpan Jitter(TimeSpan most) => most * (0.5 + (Chance() / 2));

    /// <summary>The pause before attempt <paramref name="attempts"/> + 1.</summary>
    public TimeSpan Pause(TimeSpan first, TimeSpan longest, int attempts)
    {
        var doubled = first * Math.Pow(2, Math.Min(attempts - 1, 30));
        return Jitter(doubled < longest ? doubled : longest);
    }
}
