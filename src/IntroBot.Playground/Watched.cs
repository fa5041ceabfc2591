namespace IntroBot.Playground;

/// <summary>What a platform here knows at this moment: read and changed under one lock, watched without polling, back to its start on request.</summary>
internal abstract class Watched<TState> : IDisposable
    where TState : class
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private TState? state;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    /// <summary>Ends what still goes on by itself when this platform is closed.</summary>
    protected CancellationToken Closing => closing.Token;

    /// <summary>Everything back to the start.</summary>
    public void Reset() => Change(_ => state = Fresh());

    public T Read<T>(Func<TState, T> read)
    {
        lock (gate)
        {
            return read(state ??= Fresh());
        }
    }

    public T Change<T>(Func<TState, T> change)
    {
        TaskCompletionSource wake;
        T result;
        lock (gate)
        {
            result = change(state ??= Fresh());
            Version++;
            wake = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.TrySetResult();
        return result;
    }

    /// <summary>Completes at the next change after this call.</summary>
    public Task Changed()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    /// <summary>Who and what is there at first.</summary>
    protected abstract TState Fresh();

    /// <summary>Waits, without polling, until <paramref name="holds"/>.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="ceiling"/> of real time (10 s); the message tells what went to and fro last.</exception>
    protected async Task Until(Func<bool> holds, Func<IEnumerable<object>> wire, TimeSpan? ceiling)
    {
        var deadline = Task.Delay(ceiling ?? TimeSpan.FromSeconds(10), TimeProvider.System);
        while (true)
        {
            var next = Changed();
            if (holds())
            {
                return;
            }

            if (await Task.WhenAny(next, deadline) == deadline && !holds())
            {
                throw new TimeoutException("It did not come about. What went to and fro last:\n" + string.Join('\n', wire().TakeLast(12)));
            }
        }
    }
}
