namespace IntroBot.Tests.Simulation;

/// <summary>One thread, one clock, one seed: whatever is played here happens the same way each time, and waiting takes no time.</summary>
internal sealed class Stage
{
    private readonly SeededScheduler _scheduler;

    public Stage(int seed)
    {
        Random = new Random(seed);
        _scheduler = new SeededScheduler(Random);
    }

    public Random Random { get; }

    public VirtualTime Time { get; } = new();

    /// <summary>Plays to the end; throws when everybody waits for something that nobody will do.</summary>
    public void Play(Func<Task> story)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var played = Task.Factory.StartNew(story, CancellationToken.None, TaskCreationOptions.None, _scheduler).Unwrap();
            while (!played.IsCompleted)
            {
                if (!_scheduler.RunOne() && !Time.Jump())
                {
                    throw new InvalidOperationException("Everybody waits.");
                }
            }

            played.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
