namespace IntroBot.Tests.Simulation;

/// <summary>A clock that jumps to the next timer when nothing else is left to do, so that hours of waiting cost nothing and no two timers are lumped together.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<(Timer Timer, long Version), (long At, long Order)> _timers = new();
    private long _now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).UtcTicks;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public bool Jump()
    {
        while (_timers.TryDequeue(out var next, out var when))
        {
            if (next.Timer.Version == next.Version)
            {
                _now = Math.Max(_now, when.At);
                next.Timer.Fire();
                return true;
            }
        }

        return false;
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Version { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            if (dueTime >= TimeSpan.Zero)
            {
                time._timers.Enqueue((this, Version), (time._now + dueTime.Ticks, time._order++));
            }

            return true;
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
