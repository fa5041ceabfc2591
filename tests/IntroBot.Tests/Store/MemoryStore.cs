using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

/// <summary>The reference: what a store means, in the fewest lines. Both real stores are compared with it; simulations run on it.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Table, string Partition), SortedList<string, Row>> _partitions = [];
    private long _etag;

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        Limits.Check(table, partition, key);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(Rows(table, partition).GetValueOrDefault(key));
        }
    }

    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        Limits.Check(commit);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var rows = Rows(commit.Table, commit.Partition);
            for (var i = 0; i < commit.Writes.Count; i++)
            {
                if (Refusal(commit.Writes[i], rows.GetValueOrDefault(commit.Writes[i].Key)) is { } outcome)
                {
                    return Task.FromResult(Repeated(commit, rows) ?? new CommitResult(outcome, i, []));
                }
            }

            return Task.FromResult(new CommitResult(Outcome.Committed, -1, [.. commit.Writes.Select(write => Apply(commit, write, rows))]));
        }
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        Limits.Check(table, partition, from, to, take, continuation);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var found = Rows(table, partition).Values
                .Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0 && string.CompareOrdinal(row.Key, continuation) > 0)
                .Take(take + 1).ToList();
            return Task.FromResult(found.Count > take ? new Page(found[..take], found[take - 1].Key) : new Page(found, null));
        }
    }

    private static Outcome? Refusal(Write write, Row? now) => (write, now) switch
    {
        (Write.Insert, not null) => Outcome.Exists,
        (Write.Replace or Write.Delete, null) => Outcome.Missing,
        (Write.Replace replace, _) when replace.ETag != now!.ETag => Outcome.Stale,
        (Write.Delete { ETag: { } etag }, _) when etag != now!.ETag => Outcome.Stale,
        _ => null,
    };

    // The same commit sent again is told that it is done.
    private static CommitResult? Repeated(Commit commit, SortedList<string, Row> rows)
    {
        var found = commit.Writes.Select(write => write is Write.Delete ? null : rows.GetValueOrDefault(write.Key)).ToList();
        return found.Exists(row => row?.Op == commit.Op) ? new CommitResult(Outcome.Committed, -1, found.ConvertAll(row => row?.Op == commit.Op ? row.ETag : row is null ? null : "0")) : null;
    }

    private SortedList<string, Row> Rows(Table table, string partition) =>
        _partitions.TryGetValue((table, partition), out var rows) ? rows : _partitions[(table, partition)] = new(StringComparer.Ordinal);

    private string? Apply(Commit commit, Write write, SortedList<string, Row> rows)
    {
        if (write.NewBody is not { } body)
        {
            rows.Remove(write.Key);
            return null;
        }

        var etag = (++_etag).ToString(System.Globalization.CultureInfo.InvariantCulture);
        rows[write.Key] = new Row(commit.Partition, write.Key, body.ToArray(), etag, commit.Op);
        return etag;
    }
}
