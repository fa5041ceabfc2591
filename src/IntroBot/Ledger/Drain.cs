using Microsoft.Extensions.Logging;

namespace IntroBot.Ledger;

/// <summary>
/// One visit to an aggregate's outbox, under its lease. The rows of the due index that led here are taken away only when the outbox was seen empty under this lease, after they were
/// known; otherwise they are moved to when it has to be looked at again.
/// </summary>
internal sealed class Drain(Instance host, IEffects effects, Visit visit, ILogger log, CancellationToken stopping, CancellationToken hard)
{
    /// <summary>How long a row is kept whose commit may still create its aggregate.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);

    private readonly Aggregate _aggregate = visit.Aggregate;

    /// <summary>Returns when to come again, null when nothing is left.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer; every row of the due index still stands.</exception>
    public async Task<DateTimeOffset?> Run()
    {
        using var lease = await Lease.Take(host, _aggregate);
        if (lease is null)
        {
            return host.Now + host.Pause(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), ++visit.Tries);
        }

        DateTimeOffset? again;
        do
        {
            again = await Empty(lease);
        }
        while (visit.Rung && !lease.Lost && !stopping.IsCancellationRequested);
        if (lease.Lost)
        {
            return host.Now + host.Pause(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), ++visit.Tries);
        }

        visit.Tries = 0;
        await lease.Release();
        return again;
    }

    private async Task<DateTimeOffset?> Empty(Lease lease)
    {
        while (!lease.Lost && !stopping.IsCancellationRequested)
        {
            var bell = visit.Bell();
            var arms = await Task.WhenAll(visit.Look().Select(arm => Conclude(arm, lease)));
            var rows = await OutboxRow.ReadAll(host.Store, _aggregate);
            if (rows.Count == 0)
            {
                return await Settle(arms, null);
            }

            var waits = await Carry(rows, bell, lease);
            if (waits.All(wait => wait is not null))
            {
                return await Settle(arms, waits.Min());
            }
        }

        return null;
    }

    /// <summary>Runs all lanes. One that takes its time holds up no other, nor what is owed meanwhile in one that ran dry; what came meanwhile is concluded in the next round.</summary>
    private async Task<DateTimeOffset?[]> Carry(IReadOnlyList<OutboxRow> rows, Task bell, Lease lease)
    {
        var lanes = new Dictionary<string, Task<DateTimeOffset?>>();
        for (; ; )
        {
            foreach (var lane in rows.GroupBy(row => row.Effect.Lane))
            {
                lanes[lane.Key] = Lane(lease).Run([.. lane]);
            }

            var all = Task.WhenAll(lanes.Values);
            if (await Task.WhenAny(all, bell) == all)
            {
                return await all;
            }

            // Whoever rings holds the pump's lock, and is not to do our work.
            await Task.Yield();
            bell = visit.Bell();
            rows = await Others([.. lanes.Where(lane => !lane.Value.IsCompletedSuccessfully).Select(lane => lane.Key)]);
        }
    }

    // Which lanes are at work is asked before reading: by the time their rows are read, they may be done with them.
    private async Task<IReadOnlyList<OutboxRow>> Others(HashSet<string> working)
    {
        try
        {
            return [.. (await OutboxRow.ReadAll(host.Store, _aggregate)).Where(row => !working.Contains(row.Effect.Lane))];
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    private Lane Lane(Lease lease) => new(host, effects, lease, _aggregate, log, stopping, hard);

    /// <summary>Makes sure that the commit an arm stands for has ended: it happened, or now it cannot happen any more. A commit that would create the row it waits for is the exception: its arm is kept.</summary>
    private async Task<Arm> Conclude(Arm arm, Lease lease)
    {
        if (arm.Guard is not { } guard)
        {
            return arm;
        }

        var row = await host.Store.Get(_aggregate.Table, _aggregate.Partition, guard.Key, CancellationToken.None);
        if (guard.ETag is null && row is null && host.Now - arm.Since < Keep)
        {
            return arm;
        }

        if (guard.ETag is not null && row?.ETag == guard.ETag)
        {
            await lease.Commit([new Write.Replace(row.Key, row.Body, row.ETag)]);
        }

        return arm with { Guard = null };
    }

    private async Task<DateTimeOffset?> Settle(IReadOnlyList<Arm> arms, DateTimeOffset? again)
    {
        List<Arm> standing = [.. arms.Where(arm => arm.Guard is not null).Select(arm => arm.MovedTo(host.Now + (host.Now - arm.Since)))];
        if (again is { } at)
        {
            standing.Add(Arm.For(host, _aggregate, at));
        }

        await Exchange(arms, standing);
        visit.Replace(arms, standing);
        return standing.Count == 0 ? null : standing.Min(arm => arm.Due.At);
    }

    private async Task Exchange(IReadOnlyList<Arm> gone, IReadOnlyList<Arm> standing)
    {
        List<Write> writes = [.. standing.Select(arm => arm.Insert), .. gone.Select(arm => arm.Delete)];
        var shard = gone.Concat(standing).FirstOrDefault()?.Due.Shard;
        while (writes.Count > 0)
        {
            var part = writes.Take(100).ToList();
            var result = await host.Store.Commit(new Commit(Table.Work, shard!, host.NewId(), part), CancellationToken.None);
            writes.RemoveRange(result.Committed ? 0 : result.Index, result.Committed ? part.Count : 1);
        }
    }
}
