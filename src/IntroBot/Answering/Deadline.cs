namespace IntroBot.Answering;

/// <summary>How long an answer may still take, from when the request came: <paramref name="patience"/> is a little less than the platform's own.</summary>
internal readonly struct Deadline(TimeProvider clock, TimeSpan patience)
{
    private readonly long started = clock.GetTimestamp();

    /// <summary>What is left, at least nothing.</summary>
    public TimeSpan Left => patience - clock.GetElapsedTime(started) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
