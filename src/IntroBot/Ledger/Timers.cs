using System.Text.Json;

namespace IntroBot.Ledger;

/// <summary>
/// Moments to come: a row of the due index for each, however far ahead. Effects plan them, so that a moment is as durable as the commit that asked for it; when one has come, some host's pump
/// calls <see cref="IEffects.Ring"/>. Planning and cancelling are keyed by the moment itself: repeating either is harmless.
/// </summary>
public sealed class Timers
{
    private readonly Instance _host;

    internal Timers(Instance host) => _host = host;

    /// <summary>Plans a moment; <paramref name="kind"/> is a word of lower-case letters other than <c>pump</c>.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown; plan it again.</exception>
    public Task Plan(Aggregate aggregate, string kind, DateTimeOffset at, CancellationToken cancellation)
    {
        var planned = new Planned(new Due(at, kind, aggregate, Planned.Id), 0);
        return _host.Store.Commit(new Commit(Table.Work, planned.Due.Shard, _host.NewId(), [planned.Upsert]), cancellation);
    }

    /// <summary>Takes a planned moment back. One that was claimed already rings all the same.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown.</exception>
    public Task Cancel(Aggregate aggregate, string kind, DateTimeOffset at, CancellationToken cancellation)
    {
        var due = new Due(at, kind, aggregate, Planned.Id);
        return _host.Store.Commit(new Commit(Table.Work, due.Shard, _host.NewId(), [new Write.Delete(due.Key)]), cancellation);
    }
}

/// <summary>A row of the due index that stands for a moment; <paramref name="Attempts"/> counts how often it was claimed.</summary>
internal sealed record Planned(Due Due, int Attempts)
{
    public const string Id = "t";

    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    public Write.Upsert Upsert => new(Due.Key, Stored.Body(new StoredPlan(Attempts)));

    public static Planned? Read(Row row) => Due.Parse(row.Key) is { Kind: not Due.Outbox } due
        ? new Planned(due, JsonSerializer.Deserialize(row.Body.Span, Stored.Default.StoredPlan)!.Attempts) : null;

    /// <summary>The same moment, out of the others' way until the claim has run out: a lease at first, longer each time it comes to nothing.</summary>
    public Planned Claimed(Instance host)
    {
        var wait = host.Options.Lease * Math.Pow(2, Math.Min(Attempts, 16));
        return new Planned(Due.MovedTo(host.Now + (wait < s_longest ? wait : s_longest)), Attempts + 1);
    }
}
