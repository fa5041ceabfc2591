using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Ledger;

/// <summary>The key of a row of the due index: from <paramref name="At"/> on, somebody has to look after the aggregate. <paramref name="Kind"/> says what for.</summary>
internal sealed record Due(DateTimeOffset At, string Kind, Aggregate Aggregate, string Id)
{
    /// <summary>The kind of a row that stands for an outbox.</summary>
    public const string Outbox = "pump";

    public const int Shards = 32;

    public string Shard => ShardName(SHA256.HashData(Encoding.UTF8.GetBytes(Aggregate.ToString()))[0] % Shards);

    public string Key { get; } = $"{Ticks(At)}|{Kind}|{Aggregate}|{Id}";

    public static string ShardName(int shard) => "w" + shard.ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>19 digits; earlier sorts first.</summary>
    public static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static Due? Parse(string key) =>
        key.Split('|') is [var ticks, var kind, var name, var id]
            && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && Aggregate.Parse(name) is { } aggregate
            ? new Due(new DateTimeOffset(at, TimeSpan.Zero), kind, aggregate, id)
            : null;

    public Due MovedTo(DateTimeOffset at) => new(at, Kind, Aggregate, Id);

    public bool Equals(Due? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
