using Microsoft.Extensions.Logging;

namespace IntroBot.Ledger;

/// <summary>Claims moments that have come and rings for them. What comes to nothing rings again when the claim has run out: its row still stands.</summary>
internal sealed partial class Ringing(Instance host, IEffects effects, ILogger log)
{
    /// <summary>The row as this host claimed it; null when another host was faster, or when the moment has not come.</summary>
    public async Task<Planned?> Claim(Row row, Planned planned, CancellationToken cancellation)
    {
        if (planned.Due.At > host.Now)
        {
            return null;
        }

        var claimed = planned.Claimed(host);
        var commit = new Commit(Table.Work, row.Partition, host.NewId(), [new Write.Delete(row.Key, row.ETag), claimed.Upsert]);
        return (await host.Store.Commit(commit, cancellation)).Committed ? claimed : null;
    }

    /// <summary>Rings, then takes the row away or moves it to when it rings again.</summary>
    public async Task Ring(Planned claimed, CancellationToken cancellation)
    {
        var due = claimed.Due;
        try
        {
            Write[] next = await effects.Ring(due.Aggregate, due.Kind, cancellation) is { } again ? [new Planned(due.MovedTo(again), 0).Upsert] : [];
            await host.Store.Commit(new Commit(Table.Work, due.Shard, host.NewId(), [new Write.Delete(due.Key), .. next]), CancellationToken.None);
        }
#pragma warning disable CA1031 // The edge: what one moment causes must not stop the pump.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNothing(due.Aggregate, due.Kind, claimed.Attempts, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A moment of {Aggregate} ({Kind}, attempt {Attempts}) came to nothing: {Exception}")]
    private partial void LogNothing(Aggregate aggregate, string kind, int attempts, string exception);
}
