using System.Text;
using IntroBot.Ledger;

namespace IntroBot.Tests.Simulation;

/// <summary>The naive rule, played by the store: a host that finds somebody else at work takes away the rows that led it there, trusting the other to find everything.</summary>
internal sealed class AlwaysDisarm(IStore inner, Life life, IStore store) : IStore
{
    private readonly HashSet<Due> _mine = [];

    public async Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        var row = await inner.Get(table, partition, key, cancellation);
        if (key == "lease" && row is not null && !Encoding.UTF8.GetString(row.Body.Span).Contains(life.Name, StringComparison.Ordinal))
        {
            foreach (var due in _mine.Where(due => due.Aggregate == new Aggregate(table, partition)).ToList())
            {
                _mine.Remove(due);
                await store.Commit(new Commit(Table.Work, due.Shard, Guid.NewGuid(), [new Write.Delete(due.Key)]), cancellation);
            }
        }

        return row;
    }

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        var result = await inner.Commit(commit, cancellation);
        if (commit.Table == Table.Work && result.Committed)
        {
            _mine.UnionWith(commit.Writes.OfType<Write.Insert>().Select(insert => Due.Parse(insert.Key)!));
        }

        return result;
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        inner.Query(table, partition, from, to, take, continuation, cancellation);
}

/// <summary>Forgets what a row of the due index waits for, so that a commit that arrives after the pump has looked is nobody's.</summary>
internal sealed class NoGuard(IStore inner) : IStore
{
    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => inner.Get(table, partition, key, cancellation);

    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation) =>
        inner.Commit(commit.Table == Table.Work ? commit with { Writes = [.. commit.Writes.Select(Forget)] } : commit, cancellation);

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        inner.Query(table, partition, from, to, take, continuation, cancellation);

    private static Write Forget(Write write) => write is Write.Insert insert ? insert with { Body = "{}"u8.ToArray() } : write;
}

/// <summary>Claims a moment by taking its row away, so that nobody knows of it when the claimant dies.</summary>
internal sealed class EarlyRemoval(IStore inner) : IStore
{
    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => inner.Get(table, partition, key, cancellation);

    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation) =>
        inner.Commit(commit is { Table: Table.Work, Writes: [Write.Delete { Key: var key } gone, ..] } && key.Contains("|moment", StringComparison.Ordinal) ? commit with { Writes = [gone] } : commit, cancellation);

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        inner.Query(table, partition, from, to, take, continuation, cancellation);
}
