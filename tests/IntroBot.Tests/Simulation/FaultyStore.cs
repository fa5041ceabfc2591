using IntroBot.Ledger;

namespace IntroBot.Tests.Simulation;

/// <summary>A host's way to the store, on which it may die before and after each call, calls get lost, answers get lost, and a call given up may still arrive much later.</summary>
internal sealed class FaultyStore(IStore store, Life life, Chaos chaos) : IStore
{
    public async Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        await Before(new Aggregate(table, partition));
        return await After(new Aggregate(table, partition), await store.Get(table, partition, key, cancellation), 0);
    }

    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        var aggregate = new Aggregate(commit.Table, commit.Partition);
        await Before(aggregate);
        if (chaos.Strikes(chaos.Rates.Late, "late"))
        {
            life.Trouble(aggregate);
            _ = Arrive(commit, TimeSpan.FromSeconds(chaos.Random.Next(60)));
            throw new StoreUnavailableException("late");
        }

        var result = await store.Commit(commit, CancellationToken.None);
        if (commit.Writes.Count > 1 && commit.Writes[^1].Key == "lease" && result.Index == commit.Writes.Count - 1)
        {
            chaos.Note("fenced");
        }

        return await After(aggregate, result, chaos.Rates.LostAnswer);
    }

    public async Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        await Before(new Aggregate(table, partition));
        return await After(new Aggregate(table, partition), await store.Query(table, partition, from, to, take, continuation, cancellation), 0);
    }

    private async Task Before(Aggregate aggregate)
    {
        await chaos.Moment(life, aggregate);
        if (chaos.Strikes(chaos.Rates.NotDone, "not done"))
        {
            life.Trouble(aggregate);
            throw new StoreUnavailableException("not done");
        }
    }

    private async Task<T> After<T>(Aggregate aggregate, T answer, double lost)
    {
        await chaos.Moment(life, aggregate);
        if (chaos.Strikes(lost, "lost answers"))
        {
            life.Trouble(aggregate);
            throw new StoreUnavailableException("answer lost");
        }

        return answer;
    }

    private async Task Arrive(Commit commit, TimeSpan after)
    {
        await Task.Delay(after, chaos.Time);
        await store.Commit(commit, CancellationToken.None);
    }
}
