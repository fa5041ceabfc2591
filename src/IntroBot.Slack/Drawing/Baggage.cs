using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>
/// What a view carries in <c>private_metadata</c> and brings back: routing, never permission. <paramref name="Quote"/> is the bot's quote of what was
/// typed, which is replaced once the form is sent.
/// </summary>
internal sealed record Baggage(string? Introduction = null, Language? Language = null, QuoteRef? Quote = null)
{
    public static Baggage None { get; } = new();

    public string Write() => JsonSerializer.Serialize(this, BaggageJson.Default.Baggage);

    /// <summary>Reads what came back; nothing when it is not ours.</summary>
    public static Baggage Read(string? metadata)
    {
        try
        {
            return string.IsNullOrEmpty(metadata) ? None : JsonSerializer.Deserialize(metadata, BaggageJson.Default.Baggage) ?? None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return None;
        }
    }
}

/// <summary>The message that quotes what somebody typed.</summary>
internal sealed record QuoteRef(string Channel, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Baggage))]
internal sealed partial class BaggageJson : JsonSerializerContext;
