using System.Text;
using IntroBot.Introductions;
using IntroBot.Ledger;

namespace IntroBot.Agreements;

/// <summary>
/// An erasure, so that it can be repeated on a backup that is older: ids and hashes only. <paramref name="Id"/> tells it from any other. Of an introduction: where it then stood, and the link that
/// was left to the contact; <see cref="Removed"/> rows of identity were deleted and <see cref="Left"/> were found afterwards. Of an address: not to be contacted until <see cref="Until"/>.
/// </summary>
public sealed record Erasure(DateTimeOffset At, string Id)
{
    /// <summary>The introduction's id.</summary>
    public string? Introduction { get; init; }

    /// <summary>The step that erased.</summary>
    public string? Step { get; init; }

    /// <summary>Where the introduction then stood.</summary>
    public State? State { get; init; }

    /// <summary>Whether it stood there without its details.</summary>
    public bool Purged { get; init; }

    /// <summary>The contact's own link, if it lives on.</summary>
    public ContactLink? Link { get; init; }

    /// <summary>The hashes of all links.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>How many rows of identity were deleted.</summary>
    public int? Removed { get; init; }

    /// <summary>How many were found when it was looked for them again.</summary>
    public int? Left { get; init; }

    /// <summary>The partition of an address that is not to be contacted.</summary>
    public string? Partition { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Where the journal is also kept, outside the store and its backups (<c>Storage:Erasures</c>): a file of JSON lines, only ever appended to. Null where there is none.</summary>
public sealed record ErasureFile(string? Path);

/// <summary>The journal of erasures: rows of <c>audit</c>, <c>erasure</c>, and the same as lines of a file that no backup of the store brings back.</summary>
public sealed class ErasureJournal(IStore store, ErasureFile file, Func<Guid> newOp)
{
    /// <summary>The journal's partition of <see cref="Table.Audit"/>.</summary>
    public const string Partition = "erasure";

    private readonly Lock _file = new();

    /// <summary>Keeps an erasure in both places.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    public async Task Write(Erasure erasure, CancellationToken cancellation)
    {
        if (file.Path is { } path)
        {
            Append(path, erasure);
        }

        await Note(erasure, cancellation);
    }

    /// <summary>Keeps an erasure in the store alone.</summary>
    public Task Note(Erasure erasure, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Audit, Partition, newOp(), [new Write.Insert(Key(erasure), Json.Write(erasure))]), cancellation);

    /// <summary>The erasures of the file that the store knows nothing of: none, unless an older store was put back.</summary>
    public async Task<IReadOnlyList<Erasure>> Forgotten(CancellationToken cancellation)
    {
        if (file.Path is not { } path || !File.Exists(path))
        {
            return [];
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            var page = await store.Query(Table.Audit, Partition, "0", "~", 1000, continuation, cancellation);
            known.UnionWith(page.Rows.Select(static row => row.Key));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return [.. (await File.ReadAllLinesAsync(path, cancellation)).Select(Json.Parse<Erasure>).OfType<Erasure>().DistinctBy(Key).Where(erasure => !known.Contains(Key(erasure))).OrderBy(static erasure => erasure.At)];
    }

    private static string Key(Erasure erasure) => $"{Instants.Ticks(erasure.At)}|{erasure.Id}";

    // A line that a crash cut short stands alone, so that the next one can be read.
    private void Append(string path, Erasure erasure)
    {
        lock (_file)
        {
            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes($"\n{Encoding.UTF8.GetString(Json.Write(erasure).Span)}\n"));
            stream.Flush(flushToDisk: true);
        }
    }
}
