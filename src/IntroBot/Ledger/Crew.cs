namespace IntroBot.Ledger;

/// <summary>What one pump works on at once: at most <paramref name="most"/> pieces of work, the others in order. Guarded by the pump's lock.</summary>
internal sealed class Crew(Lock gate, int most)
{
    private readonly TaskScheduler _scheduler = TaskScheduler.Current;
    private readonly Queue<(object Key, Func<Task> Work)> _ready = [];
    private readonly Dictionary<object, Task> _running = [];

    /// <summary>Whether so much waits already that nothing more should be claimed.</summary>
    public bool Full
    {
        get
        {
            lock (gate)
            {
                return _running.Count + _ready.Count >= most * 8;
            }
        }
    }

    /// <summary>What is being worked on now.</summary>
    public Task[] Working
    {
        get
        {
            lock (gate)
            {
                return [.. _running.Values];
            }
        }
    }

    /// <summary>Starts a piece of work as soon as there is room. It ends with <see cref="Leave"/>.</summary>
    public void Add(object key, Func<Task> work)
    {
        lock (gate)
        {
            _ready.Enqueue((key, work));
            Launch();
        }
    }

    /// <summary>A piece of work is done: the next may begin.</summary>
    public void Leave(object key)
    {
        lock (gate)
        {
            _running.Remove(key);
            Launch();
        }
    }

    /// <summary>Begins nothing that has not begun.</summary>
    public void Dismiss()
    {
        lock (gate)
        {
            _ready.Clear();
        }
    }

    private void Launch()
    {
        while (_running.Count < most && _ready.TryDequeue(out var next))
        {
            var task = new Task<Task>(next.Work);
            _running[next.Key] = task.Unwrap();
            task.Start(_scheduler);
        }
    }
}
