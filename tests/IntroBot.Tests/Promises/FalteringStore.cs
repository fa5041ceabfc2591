using IntroBot.Ledger;

namespace IntroBot.Tests.Promises;

/// <summary>A store that refuses to answer as often as it is told to, before or after it did what was asked.</summary>
internal sealed class FalteringStore(IStore store) : IStore
{
    private int _before;
    private int _after;
    private int _broken;

    /// <summary>The next commits fail: so many before they happen, so many after.</summary>
    public void Falter(int before, int after) => (_before, _after) = (before, after);

    /// <summary>The next commits throw what nobody expects.</summary>
    public void Break(int times) => _broken = times;

    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => store.Get(table, partition, key, cancellation);

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _broken) >= 0)
        {
            throw new InvalidOperationException("broken");
        }

        if (Interlocked.Decrement(ref _before) >= 0)
        {
            throw new StoreUnavailableException("not done");
        }

        var result = await store.Commit(commit, cancellation);
        return Interlocked.Decrement(ref _after) >= 0 ? throw new StoreUnavailableException("done, not said") : result;
    }

    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        store.Query(table, partition, from, to, take, continuation, cancellation);
}
