using System.Text;
using IntroBot.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Promises;

/// <summary>A row as some commit wrote it.</summary>
internal sealed record Written(Table Table, string Partition, string Key, string Body);

/// <summary>The reference store, remembering every row that ever stood in it.</summary>
internal sealed class WatchedStore : IStore
{
    private readonly Lock _gate = new();
    private readonly MemoryStore _store = new();
    private readonly List<Written> _ever = [];
    private readonly Dictionary<(Table Table, string Partition, string Key), string> _rows = [];

    /// <summary>How many commits were carried out.</summary>
    public int Commits { get; private set; }

    /// <summary>How often something was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Every row ever written.</summary>
    public IReadOnlyList<Written> Ever => Locked(() => _ever.ToArray());

    /// <summary>The rows as they stand.</summary>
    public IReadOnlyList<Written> Rows => Locked(() => _rows.Select(static row => new Written(row.Key.Table, row.Key.Partition, row.Key.Key, row.Value)).ToArray());

    /// <summary>The keys of a partition that start so.</summary>
    public IReadOnlyList<string> Keys(Table table, string partition, string start = "") =>
        [.. Rows.Where(row => row.Table == table && row.Partition == partition && row.Key.StartsWith(start, StringComparison.Ordinal)).Select(static row => row.Key).Order(StringComparer.Ordinal)];

    /// <summary>Whether anything is owed or armed; moments still to come are not.</summary>
    public bool Owes => Locked(() => _rows.Keys.Any(static row => (row.Table == Table.Work && row.Key.Contains("|pump|", StringComparison.Ordinal)) || row.Key.StartsWith("o|", StringComparison.Ordinal)));

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        Locked(() => Reads++);
        return _store.Get(table, partition, key, cancellation);
    }

    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var committing = _store.Commit(commit, cancellation);
            if (committing.GetAwaiter().GetResult().Committed)
            {
                Note(commit);
            }

            return committing;
        }
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        Locked(() => Reads++);
        return _store.Query(table, partition, from, to, take, continuation, cancellation);
    }

    private void Note(Commit commit)
    {
        Commits++;
        foreach (var write in commit.Writes)
        {
            if (write.NewBody is { } body)
            {
                var text = Encoding.UTF8.GetString(body.Span);
                _ever.Add(new Written(commit.Table, commit.Partition, write.Key, text));
                _rows[(commit.Table, commit.Partition, write.Key)] = text;
            }
            else
            {
                _rows.Remove((commit.Table, commit.Partition, write.Key));
            }
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
