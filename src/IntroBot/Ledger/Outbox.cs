namespace IntroBot.Ledger;

/// <summary>
/// How features commit: what they write and what they owe the world become durable together, and what is owed is carried out even if this process dies at once.
/// First a row of the due index, then one commit, then the pump is told.
/// </summary>
public sealed class Outbox
{
    private readonly Instance _host;
    private readonly Bell _bell;

    internal Outbox(Instance host, Bell bell) => (_host, _bell) = (host, bell);

    /// <summary>
    /// Commits <paramref name="writes"/> and the effects. The index in the result counts the writes first, then the effects. At least one write should be conditional
    /// (an insert, a replace or a delete with ETag); the repeat of a request is recognised by the insert of its <c>q|</c> row.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown; if it was committed, the effects will be carried out.</exception>
    /// <exception cref="ArgumentException">A limit is broken: a defect in the caller.</exception>
    public async Task<CommitResult> Commit(Aggregate aggregate, IReadOnlyList<Write> writes, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        var owed = effects.Select(effect => OutboxRow.New(effect).Insert);
        var commit = new Commit(aggregate.Table, aggregate.Partition, _host.NewId(), [.. writes, .. owed]);
        if (effects.Count == 0)
        {
            return await _host.Store.Commit(commit, cancellation);
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(aggregate.Partition.Contains('|', StringComparison.Ordinal), false, nameof(aggregate));
        var arm = Arm.For(_host, aggregate, _host.Now + _host.Options.Lease, Guard.Of(writes));
        await _host.Store.Commit(new Commit(Table.Work, arm.Due.Shard, _host.NewId(), [arm.Insert]), cancellation);
        var result = await _host.Store.Commit(commit, cancellation);
        if (result.Committed)
        {
            _bell.Ring(arm with { Guard = null });
        }
        else
        {
            await Disarm(arm);
        }

        return result;
    }

    private async Task Disarm(Arm arm)
    {
        try
        {
            await _host.Store.Commit(new Commit(Table.Work, arm.Due.Shard, _host.NewId(), [arm.Delete]), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The pump finds nothing owed and deletes the row.
        }
    }
}
