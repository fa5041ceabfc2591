using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>A way to the store that a test may block or cut.</summary>
internal sealed class Between(IStore store) : IStore
{
    /// <summary>Awaited before a commit reaches the store.</summary>
    public Func<Commit, Task>? Before { get; set; }

    /// <summary>Awaited when a commit has been applied.</summary>
    public Func<Commit, Task>? After { get; set; }

    public static bool Completes(Commit commit) => commit.Writes.Any(write => write is Write.Delete && write.Key.StartsWith("o|", StringComparison.Ordinal));

    public static Task Fail(bool fails) => fails ? Task.FromException(new StoreUnavailableException("cut")) : Task.CompletedTask;

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => store.Get(table, partition, key, cancellation);

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        await (Before?.Invoke(commit) ?? Task.CompletedTask);
        var result = await store.Commit(commit, cancellation);
        await (After?.Invoke(commit) ?? Task.CompletedTask);
        return result;
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        store.Query(table, partition, from, to, take, continuation, cancellation);
}
