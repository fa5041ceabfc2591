using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Ledger;

internal sealed record StoredEffect(string Kind, string Lane, IReadOnlyDictionary<string, string> Data, int Attempts, DateTimeOffset? FirstTried, DateTimeOffset? NotBefore, bool Sending);

internal sealed record StoredLease(string Owner, DateTimeOffset Until);

internal sealed record StoredArm(DateTimeOffset Since, string? Guard, string? ETag, int Attempts);

internal sealed record StoredPlan(int Attempts);

internal sealed record StoredParked(string Kind, string Lane, IReadOnlyDictionary<string, string> Data, string Reason, int Attempts, DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredEffect))]
[JsonSerializable(typeof(StoredLease))]
[JsonSerializable(typeof(StoredArm))]
[JsonSerializable(typeof(StoredPlan))]
[JsonSerializable(typeof(StoredParked))]
internal sealed partial class Stored : JsonSerializerContext
{
    public static byte[] Body(StoredEffect value) => JsonSerializer.SerializeToUtf8Bytes(value, Default.StoredEffect);

    public static byte[] Body(StoredLease value) => JsonSerializer.SerializeToUtf8Bytes(value, Default.StoredLease);

    public static byte[] Body(StoredArm value) => JsonSerializer.SerializeToUtf8Bytes(value, Default.StoredArm);

    public static byte[] Body(StoredPlan value) => JsonSerializer.SerializeToUtf8Bytes(value, Default.StoredPlan);

    public static byte[] Body(StoredParked value) => JsonSerializer.SerializeToUtf8Bytes(value, Default.StoredParked);
}
