using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Teams.Receiving;

/// <summary>Strict reading of what came: a null is a payload that cannot be what it says, never an exception.</summary>
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

    /// <summary>The text at a path of an object that other kinds of activity fill otherwise; null where there is none.</summary>
    public static string? Text(JsonElement? json, params ReadOnlySpan<string> path) => At(json, path) is { ValueKind: JsonValueKind.String } found ? Text(found) : null;

    /// <summary>What stands at a path; null where there is nothing.</summary>
    public static JsonElement? At(JsonElement? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json is not { ValueKind: JsonValueKind.Object } here || !here.TryGetProperty(name, out var next))
            {
                return null;
            }

            json = next;
        }

        return json;
    }

    /// <summary>A type or name as it may stand in a log.</summary>
    public static string Loggable(string? name) =>
        name is { Length: > 0 and <= 60 } && name.All(static c => char.IsAsciiLetter(c) || c is '/' or '.') ? name : "?";

    private static string? Text(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A lone surrogate surfaces as an InvalidOperationException.</summary>
    private static bool IsMalformed(Exception e) => e is JsonException or InvalidOperationException;
}
