namespace IntroBot.Ledger;

/// <summary>How the pump works. The defaults are the product's; tests and one-host stores change a few.</summary>
public sealed record PumpOptions
{
    /// <summary>How long a claim or a lease lasts without renewal.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The shortest pause between two looks at the due index; the longest is five times as long.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many aggregates are worked on at once.</summary>
    public int Aggregates { get; init; } = 32;

    /// <summary>How many attempts an effect gets at least before it is parked.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>How long an effect that the far end keeps putting off is tried before it is parked: longer than a day's outage, so that nothing is parked by one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(26);

    /// <summary>The pause after the first failed attempt; it doubles with each.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between attempts, so the longest wait after an outage has ended.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long effects in flight may take when the host stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>This process is the store's only host (one file, locked): leases and claims found at start belong to a dead process and need not run out.</summary>
    public bool Alone { get; init; }
}
