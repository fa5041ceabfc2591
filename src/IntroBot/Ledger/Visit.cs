namespace IntroBot.Ledger;

/// <summary>What this process knows of an aggregate that needs looking after: the rows of the due index that brought it here. Guarded by the pump's lock.</summary>
internal sealed class Visit(Aggregate aggregate, Lock gate)
{
    private readonly Dictionary<string, Arm> _arms = [];
    private TaskCompletionSource _bell = new();

    public Aggregate Aggregate => aggregate;

    /// <summary>Running or about to.</summary>
    public bool Active { get; set; }

    /// <summary>How often in a row it could not be worked on.</summary>
    public int Tries { get; set; }

    /// <summary>Wakes it when it has to wait.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>Whether another row came since <see cref="Look"/>.</summary>
    public bool Rung { get; set; }

    public bool Idle => _arms.Count == 0 && !Rung;

    public bool Knows(Due due) => _arms.ContainsKey(due.Key);

    public void Add(Arm arm)
    {
        _arms[arm.Due.Key] = arm;
        Rung = true;
        var rung = _bell;
        _bell = new TaskCompletionSource();
        rung.SetResult();
    }

    /// <summary>Completes when another row comes.</summary>
    public Task Bell()
    {
        lock (gate)
        {
            return _bell.Task;
        }
    }

    /// <summary>The rows that brought us here, before the outbox is read: only these may be taken away once it is seen empty.</summary>
    public IReadOnlyList<Arm> Look()
    {
        lock (gate)
        {
            Rung = false;
            return [.. _arms.Values];
        }
    }

    public void Replace(IEnumerable<Arm> gone, IEnumerable<Arm> by)
    {
        lock (gate)
        {
            foreach (var arm in gone)
            {
                _arms.Remove(arm.Due.Key);
            }

            foreach (var arm in by)
            {
                _arms[arm.Due.Key] = arm;
            }
        }
    }
}
