using System.Text.Json;

namespace IntroBot.Ledger;

/// <summary>An effect that is not tried any more. It stands in its aggregate as <c>x|key</c>, and in the index, written before, that <see cref="ParkedEffects"/> reads.</summary>
public sealed record Parked(Aggregate Aggregate, Effect Effect, string Reason, DateTimeOffset At)
{
    internal const string Partition = "parked";

    internal string IndexKey => $"{Due.Ticks(At)}|{Aggregate}|{Effect.Key}";

    internal string Key => KeyOf(Effect.Key);

    internal Write Index => new Write.Upsert(IndexKey, "{}"u8.ToArray());

    internal Write Row => new Write.Upsert(Key, Stored.Body(new StoredParked(Effect.Kind, Effect.Lane, Effect.Data, Reason, Effect.Attempts, At)));

    internal static string KeyOf(string effect) => "x|" + effect;

    internal static Parked Read(Aggregate aggregate, Row row)
    {
        var stored = JsonSerializer.Deserialize(row.Body.Span, Stored.Default.StoredParked)!;
        return new Parked(aggregate, Effect.At(row.Key[2..], stored.Kind, stored.Lane, stored.Data, stored.Attempts), stored.Reason, stored.At);
    }
}
