using System.Text.Json;

namespace IntroBot.Ledger;

/// <summary>An effect as it stands in the outbox.</summary>
internal sealed record OutboxRow(Effect Effect, DateTimeOffset? FirstTried = null, DateTimeOffset? NotBefore = null, bool Sending = false)
{
    private const string Prefix = "o|";

    public string Key => Prefix + Effect.Key;

    public Write.Insert Insert => new(Key, Body);

    /// <summary>Only the holder of the lease changes it, and every such commit replaces the lease row: no ETag of its own is needed.</summary>
    public Write.Upsert Update => new(Key, Body);

    public Write.Delete Delete => new(Key);

    private ReadOnlyMemory<byte> Body =>
        Stored.Body(new StoredEffect(Effect.Kind, Effect.Lane, Effect.Data, Effect.Attempts, FirstTried, NotBefore, Sending));

    public static OutboxRow New(Effect effect) => new(effect);

    public static OutboxRow Read(Row row)
    {
        var stored = JsonSerializer.Deserialize(row.Body.Span, Stored.Default.StoredEffect)!;
        var effect = Effect.At(row.Key[Prefix.Length..], stored.Kind, stored.Lane, stored.Data, stored.Attempts);
        return new OutboxRow(effect, stored.FirstTried, stored.NotBefore, stored.Sending);
    }

    /// <summary>The first thousand rows, in order: more than an introduction ever owes, and enough of a channel's thanks to go on with.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> ReadAll(IStore store, Aggregate aggregate)
    {
        var page = await store.Query(aggregate.Table, aggregate.Partition, Prefix, Prefix + "|", 1000, null, CancellationToken.None);
        return [.. page.Rows.Select(Read)];
    }

    public OutboxRow After(Verdict.Again again, DateTimeOffset now) => this with
    {
        Effect = again.Counts ? Effect with { Attempts = Effect.Attempts + 1 } : Effect,
        FirstTried = again.Counts ? FirstTried ?? now : FirstTried,
        NotBefore = again.At,
        Sending = false,
    };
}
