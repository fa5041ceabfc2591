using IntroBot.Ledger;

namespace IntroBot.Tests.Promises;

/// <summary>A host's way to the store until the host dies, before or after one of its calls; from then on nothing it does gets there.</summary>
internal sealed class MortalStore(IStore store, int calls, bool after) : IStore
{
    private int _left = calls;

    public bool Dead => Volatile.Read(ref _left) <= 0;

    public async Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => await Live(() => store.Get(table, partition, key, cancellation));

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation) => await Live(() => store.Commit(commit, cancellation));

    public async Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
        await Live(() => store.Query(table, partition, from, to, take, continuation, cancellation));

    private async Task<T> Live<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        var left = Interlocked.Decrement(ref _left);
        if (left < 0 || (left == 0 && !after))
        {
            throw new StoreUnavailableException("dead");
        }

        var result = await call();
        return left > 0 ? result : throw new StoreUnavailableException("dead");
    }
}
