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
    /// <param name="what">What was committed, in a line.</param>
    public void Add(DateTimeOffset at, string what) => Change(() =>
    {
        notes.Add(new(Version, at, what));
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
/// <param name="What">What was committed, in a line.</param>
public sealed record LedgerNote(long Number, DateTimeOffset At, string What);
