namespace IntroBot.Ledger;

/// <summary>What needs a person's look: effects that were given up, oldest first.</summary>
public sealed class ParkedEffects
{
    private readonly Instance _host;
    private readonly Outbox _outbox;

    internal ParkedEffects(Instance host, Outbox outbox) => (_host, _outbox) = (host, outbox);

    /// <summary>Lists at most <paramref name="take"/> (1 to 1,000) of them. Index rows without their effect are passed over.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<IReadOnlyList<Parked>> List(int take, CancellationToken cancellation)
    {
        var page = await _host.Store.Query(Table.Idx, Parked.Partition, "0", "z", take, null, cancellation);
        List<Parked> found = [];
        foreach (var row in page.Rows)
        {
            if (row.Key.Split('|', 3) is [_, var name, var key] && Aggregate.Parse(name) is { } aggregate
                && await Read(aggregate, key, cancellation) is { } read && read.Parked.IndexKey == row.Key)
            {
                found.Add(read.Parked);
            }
        }

        return found;
    }

    /// <summary>Owes it again, with all its attempts; false when it is not parked any more.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown.</exception>
    public async Task<bool> Retry(Parked parked, CancellationToken cancellation)
    {
        var read = await Read(parked.Aggregate, parked.Effect.Key, cancellation);
        var result = read is { } found
            ? await _outbox.Commit(parked.Aggregate, [new Write.Delete(parked.Key, found.ETag)], [parked.Effect with { Attempts = 0 }], cancellation)
            : default;
        return read is not null && await Unlist(parked, result);
    }

    /// <summary>Drops it for good; false when it is not parked any more.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown.</exception>
    public async Task<bool> Dismiss(Parked parked, CancellationToken cancellation)
    {
        var gone = new Commit(parked.Aggregate.Table, parked.Aggregate.Partition, _host.NewId(), [new Write.Delete(parked.Key)]);
        return await Unlist(parked, await _host.Store.Commit(gone, cancellation));
    }

    private async Task<(Parked Parked, string ETag)?> Read(Aggregate aggregate, string key, CancellationToken cancellation) =>
        await _host.Store.Get(aggregate.Table, aggregate.Partition, Parked.KeyOf(key), cancellation) is { } row
            ? (Parked.Read(aggregate, row), row.ETag)
            : null;

    private async Task<bool> Unlist(Parked parked, CommitResult result)
    {
        await _host.Store.Commit(new Commit(Table.Idx, Parked.Partition, _host.NewId(), [new Write.Delete(parked.IndexKey)]), CancellationToken.None);
        return result.Committed;
    }
}
