using Microsoft.Extensions.Logging;

namespace IntroBot.Ledger;

/// <summary>Carries out the effects of one lane in order, each between a fence before it and one commit after it.</summary>
internal sealed partial class Lane(Instance host, IEffects effects, Lease lease, Aggregate aggregate, ILogger log, CancellationToken stopping, CancellationToken hard)
{
    private const int Most = 40;

    /// <summary>Returns until when the lane has to wait, null when it ran dry or had to stop.</summary>
    public async Task<DateTimeOffset?> Run(List<OutboxRow> rows)
    {
        while (rows.Count > 0 && !lease.Lost && !stopping.IsCancellationRequested)
        {
            var first = rows[0];
            if (first.Sending)
            {
                await Park([first], "needs a look: interrupted while it was being sent");
                rows.RemoveAt(0);
                continue;
            }

            var (count, wait) = effects.Gather(aggregate, [.. rows.Select(row => row.Effect)], host.Now);
            var until = wait > TimeSpan.Zero ? host.Now + wait : first.NotBefore;
            if (until > host.Now)
            {
                return until;
            }

            var batch = rows.Take(Math.Clamp(count, 1, Most)).TakeWhile(row => !row.Sending).ToList();
            if (await Attempt(batch) is { } later)
            {
                return later;
            }

            rows.RemoveRange(0, batch.Count);
        }

        return null;
    }

    private async Task<DateTimeOffset?> Attempt(List<OutboxRow> batch)
    {
        var policy = batch.Any(row => effects.Policy(row.Effect) == Repeats.Forbidden) ? Repeats.Forbidden : Repeats.Allowed;
        if (policy == Repeats.Forbidden)
        {
            await lease.Commit([.. batch.Select(row => (row with { Sending = true }).Update)]);
        }

        if (!await lease.Fence())
        {
            return null;
        }

        var verdict = Verdict.Of(await Perform(batch), policy, batch, host);
        if (verdict is Verdict.Complete complete && !await Complete(batch, complete.Writes))
        {
            verdict = Verdict.Of(new EffectResult.Threw("done, but what it records does not fit"), policy, batch, host);
        }

        switch (verdict)
        {
            case Verdict.Again again:
                await lease.Commit([.. batch.Select(row => row.After(again, host.Now).Update)]);
                return again.At;
            case Verdict.Park park:
                await Park(batch, park.Reason);
                return null;
            default:
                return null;
        }
    }

    private async Task<EffectResult> Perform(List<OutboxRow> batch)
    {
        using var limit = new CancellationTokenSource(host.Options.Lease * 2 / 3, host.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, hard);
        try
        {
            return await effects.Perform(aggregate, [.. batch.Select(row => row.Effect)], either.Token);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            return new EffectResult.Ambiguous(exception.GetType().Name);
        }
#pragma warning disable CA1031 // The edge: a defect in one effect must not stop the others; it is counted, logged and parked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrew(aggregate, batch[0].Effect.Key, batch[0].Effect.Kind, exception.GetType().Name);
            return new EffectResult.Threw(exception.GetType().Name);
        }
    }

    /// <summary>False when a write of the effect's own does not fit; a lost lease shows on the lease.</summary>
    private async Task<bool> Complete(List<OutboxRow> batch, IReadOnlyList<Write> writes)
    {
        try
        {
            var result = await lease.Commit([.. batch.Select(row => row.Delete), .. writes]);
            if (!result.Committed && result.Index < batch.Count)
            {
                lease.Abandon();
            }

            return result.Committed || lease.Lost;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task Park(List<OutboxRow> batch, string reason)
    {
        List<Write> writes = [];
        foreach (var row in batch)
        {
            var parked = new Parked(aggregate, row.Effect, reason, host.Now);
            await host.Store.Commit(new Commit(Table.Idx, Parked.Partition, host.NewId(), [parked.Index]), CancellationToken.None);
            writes.AddRange([row.Delete, parked.Row]);
            LogParked(aggregate, row.Effect.Key, row.Effect.Kind, reason);
        }

        await lease.Commit(writes);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Parked effect {Key} ({Kind}) of {Aggregate}: {Reason}")]
    private partial void LogParked(Aggregate aggregate, string key, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Key} ({Kind}) of {Aggregate} threw {Exception}")]
    private partial void LogThrew(Aggregate aggregate, string key, string kind, string exception);
}
