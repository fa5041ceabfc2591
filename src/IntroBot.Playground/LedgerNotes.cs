namespace IntroBot.Playground;

/// <summary>What the host tells of the bot's commits, for the curious: ids and kinds, no words of anybody's.</summary>
public sealed class LedgerNotes
{
    private const int Kept = 200;
    private readonly Lock gate = new();
    private readonly List<LedgerNote> notes = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often something was noted.</summary>
    public long Version { get; private set; }

    /// <summary>The last notes, oldest first.</summary>
    public IReadOnlyList<LedgerNote> Last
    {
        get
        {
            lock (gate)
            {
                return [.. notes];
            }
        }
    }

    /// <summary>Notes a commit.</summary>
    /// <param name="at">When it was durable.</param>
    /// <param name="table">Where.</param>
    /// <param name="rows">The kinds of rows written; of rows deleted with a minus before it.</param>
    public void Add(DateTimeOffset at, string table, IReadOnlyList<string> rows) => Change(() =>
    {
        notes.Add(new(Version, at, table, rows));
        if (notes.Count > Kept)
        {
            notes.RemoveAt(0);
        }
    });

    /// <summary>Forgets all of them.</summary>
    public void Clear() => Change(notes.Clear);

    /// <summary>Completes at the next note.</summary>
    public Task Changed()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            change();
            Version++;
            wake = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.TrySetResult();
    }
}

/// <summary>One commit.</summary>
/// <param name="Number">Counts up from 0.</param>
/// <param name="At">When it was durable.</param>
/// <param name="Table">Where.</param>
/// <param name="Rows">The kinds of rows written; of rows deleted with a minus before it.</param>
public sealed record LedgerNote(long Number, DateTimeOffset At, string Table, IReadOnlyList<string> Rows);
