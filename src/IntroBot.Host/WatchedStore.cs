#if PLAYGROUND
using IntroBot.Ledger;
using IntroBot.Playground;

namespace IntroBot.Host;

/// <summary>The store with the Playground looking on: it tells the kinds of rows each commit wrote, never what stands in them, and forgets everything when people begin again.</summary>
internal sealed class WatchedStore(IStore store, LedgerNotes notes, TimeProvider time, Func<Guid> newOp) : IStore, IDisposable
{
    private static readonly Table[] s_untold = [Table.Work, Table.Config, Table.Idx];
    private readonly HashSet<(Table Table, string Partition)> _written = [];

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => store.Get(table, partition, key, cancellation);

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        store.Query(table, partition, from, to, take, continuation, cancellation);

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        lock (_written)
        {
            _written.Add((commit.Table, commit.Partition));
        }

        var result = await store.Commit(commit, cancellation);
        string[] rows = [.. commit.Writes.Where(static write => write.Key != "lease").Select(Kind)];
        if (result.Committed && rows.Length > 0 && !s_untold.Contains(commit.Table))
        {
            notes.Add(time.GetUtcNow(), commit.Table.ToString(), rows);
        }

        return result;
    }

    /// <summary>Deletes what this run wrote, but for the programme in force and where people can be reached; everybody is welcomed once more.</summary>
    public async Task Forget()
    {
        (Table Table, string Partition)[] written;
        lock (_written)
        {
            written = [.. _written];
        }

        foreach (var (table, partition) in written)
        {
            var (from, to) = table == Table.Config ? ("hi|", "hi}") : ("", "~");
            while (await store.Query(table, partition, from, to, Limits.Writes, null, CancellationToken.None) is { Rows: { Count: > 0 } rows })
            {
                await store.Commit(new Commit(table, partition, newOp(), [.. rows.Select(static row => new Write.Delete(row.Key))]), CancellationToken.None);
            }
        }
    }

    public void Dispose() => (store as IDisposable)?.Dispose();

    /// <summary>A row's kind is what its key begins with, unless the key is an id.</summary>
    private static string Kind(Write write) => (write is Write.Delete ? "-" : "") + (write.Key.Split('|')[0] is { Length: <= 8 } kind ? kind : "row");
}
#endif
