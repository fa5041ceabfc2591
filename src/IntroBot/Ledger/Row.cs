namespace IntroBot.Ledger;

/// <summary>A stored row as read: <paramref name="Body"/> is UTF-8 JSON; <paramref name="ETag"/> is opaque and changes with every write;
/// <paramref name="Op"/> is the id of the commit that wrote it; <paramref name="Version"/> is the body's schema version.</summary>
public sealed record Row(string Partition, string Key, ReadOnlyMemory<byte> Body, string ETag, Guid Op, int Version = 1);

/// <summary>One page of a query in key order. <paramref name="Continuation"/> is null at the end of the range; it stays good when the rows it stands on are deleted.</summary>
public sealed record Page(IReadOnlyList<Row> Rows, string? Continuation);

/// <summary>One conditional write of a commit.</summary>
public abstract record Write(string Key)
{
    /// <summary>What the row holds afterwards, as UTF-8 JSON; null for a delete.</summary>
    public ReadOnlyMemory<byte>? NewBody => this switch
    {
        Insert insert => insert.Body,
        Replace replace => replace.Body,
        Upsert upsert => upsert.Body,
        _ => default(ReadOnlyMemory<byte>?),
    };

    /// <summary>Adds a row; <see cref="Outcome.Exists"/> when there is one.</summary>
    public sealed record Insert(string Key, ReadOnlyMemory<byte> Body) : Write(Key);

    /// <summary>Replaces a row that still has this ETag; <see cref="Outcome.Stale"/> when it has another, <see cref="Outcome.Missing"/> when it is gone.</summary>
    public sealed record Replace(string Key, ReadOnlyMemory<byte> Body, string ETag) : Write(Key);

    /// <summary>Writes a derived, rebuildable row whatever stands there.</summary>
    public sealed record Upsert(string Key, ReadOnlyMemory<byte> Body) : Write(Key);

    /// <summary>Deletes a row, when <paramref name="ETag"/> is given only with that ETag; <see cref="Outcome.Missing"/> when it is gone.</summary>
    public sealed record Delete(string Key, string? ETag = null) : Write(Key);
}

/// <summary>1 to 100 writes to distinct rows of one partition, applied together or not at all. <paramref name="Op"/> is written on every row, so that an
/// answer that got lost can be settled by reading one of them again.</summary>
public sealed record Commit(Table Table, string Partition, Guid Op, IReadOnlyList<Write> Writes);

/// <summary>How a commit ended; anything else is <see cref="StoreUnavailableException"/>.</summary>
public enum Outcome
{
    /// <summary>All writes are durable.</summary>
    Committed,

    /// <summary>An inserted row was there already; nothing was written.</summary>
    Exists,

    /// <summary>A row has another ETag by now; nothing was written.</summary>
    Stale,

    /// <summary>A row to replace or delete is not there; nothing was written.</summary>
    Missing,
}

/// <summary>The outcome; when not committed, <paramref name="Index"/> is the write that failed. <paramref name="ETags"/> are those of the rows written, in the
/// order of the writes (null for a delete), when committed.</summary>
public readonly record struct CommitResult(Outcome Outcome, int Index, IReadOnlyList<string?> ETags)
{
    /// <summary>Whether the writes are durable.</summary>
    public bool Committed => Outcome == Outcome.Committed;
}
