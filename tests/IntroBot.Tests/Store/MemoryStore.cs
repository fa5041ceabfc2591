using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

/// <summary>The reference: what a store means, in the fewest lines. Both real stores are compared with it; simulations run on it.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Table, string), SortedDictionary<string, Row>> _partitions = [];
    private long _etag;

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(Rows(table, partition).GetValueOrDefault(key));
        }
    }

    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        lock (_gate)
        {
            for (var i = 0; i < commit.Writes.Count; i++)
            {
                var now = Rows(commit.Table, commit.Partition).GetValueOrDefault(commit.Writes[i].Key);
                if (Refusal(commit.Writes[i], now) is { } outcome)
                {
                    return Task.FromResult(new CommitResult(outcome, i, []));
                }
            }

            return Task.FromResult(new CommitResult(Outcome.Committed, -1, [.. commit.Writes.Select(write => Apply(commit, write))]));
        }
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var found = Rows(table, partition).Values
                .Where(row => string.CompareOrdinal(row.Key, continuation ?? from) >= 0 && string.CompareOrdinal(row.Key, to) < 0).Take(take + 1).ToList();
            return Task.FromResult(found.Count > take ? new Page(found[..take], found[take].Key) : new Page(found, null));
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

    private SortedDictionary<string, Row> Rows(Table table, string partition) =>
        _partitions.TryGetValue((table, partition), out var rows) ? rows : _partitions[(table, partition)] = new SortedDictionary<string, Row>(StringComparer.Ordinal);

    private string? Apply(Commit commit, Write write)
    {
        var rows = Rows(commit.Table, commit.Partition);
        ReadOnlyMemory<byte>? body = write switch
        {
            Write.Insert insert => (ReadOnlyMemory<byte>?)insert.Body,
            Write.Replace replace => replace.Body,
            Write.Upsert upsert => upsert.Body,
            _ => null,
        };
        if (body is null)
        {
            rows.Remove(write.Key);
            return null;
        }

        var etag = (++_etag).ToString(System.Globalization.CultureInfo.InvariantCulture);
        rows[write.Key] = new Row(commit.Partition, write.Key, body.Value.ToArray(), etag, commit.Op);
        return etag;
    }
}
