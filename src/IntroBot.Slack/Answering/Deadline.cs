namespace IntroBot.Slack.Answering;

/// <summary>How long an answer may still take: Slack waits three seconds, and triggers live as long.</summary>
internal readonly struct Deadline(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly long started = clock.GetTimestamp();

    /// <summary>What is left, at least nothing.</summary>
    public TimeSpan Left => Patience - clock.GetElapsedTime(started) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
