using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Ledger;

/// <summary>How bodies are written: camel case, nulls left out, unknown members of newer versions ignored.</summary>
public static class Json
{
    private const int Apart = 1024;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The value as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options);

    /// <summary>
    /// The value as UTF-8 JSON behind 1,024 spaces. SQLite keeps at most the first 1,002 bytes of such a row among others, where its B-tree leaves copies behind when it balances, and the rest in pages
    /// of its own, which are overwritten when the row is deleted (sqlite.org/fileformat2.html, 1.6; pragma secure_delete). For what must be gone once it is deleted: identity, and what people typed.
    /// </summary>
    public static ReadOnlyMemory<byte> WriteApart<T>(T value)
    {
        var body = Write(value);
        var apart = new byte[Apart + body.Length];
        apart.AsSpan(0, Apart).Fill((byte)' ');
        body.CopyTo(apart.AsMemory(Apart));
        return apart;
    }

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
