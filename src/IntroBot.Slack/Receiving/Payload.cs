using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Slack.Receiving;

/// <summary>Strict reading of what was signed: a null is a payload that cannot be what it says, never an exception.</summary>
internal static class Payload
{
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            return null;
        }
    }

    public static T? Read<T>(JsonElement? json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json?.Deserialize(type);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            return null;
        }
    }

    /// <summary>A type as it may stand in a log: Slack's own types are lower case words.</summary>
    public static string Loggable(string? type) =>
        type is { Length: > 0 and <= 60 } && type.All(static c => char.IsAsciiLetterLower(c) || c is '_' or '.') ? type : "?";

    /// <summary>A lone surrogate surfaces as an InvalidOperationException.</summary>
    private static bool IsMalformed(Exception e) => e is JsonException or InvalidOperationException;
}
