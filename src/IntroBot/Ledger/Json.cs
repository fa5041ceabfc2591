using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Ledger;

/// <summary>How bodies are written: camel case, nulls left out, unknown members of newer versions ignored.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The value as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options);

    /// <summary>The value a line of text holds; null when it holds none.</summary>
    public static T? Parse<T>(string line)
        where T : class
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<T>(line, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value a row holds.</summary>
    public static T Read<T>(Row row) => JsonSerializer.Deserialize<T>(row.Body.Span, s_options)!;
}
