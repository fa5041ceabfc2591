using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Teams.State;

/// <summary>Reading JSON that may have any shape.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Text(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Flag(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>A child of an object; null for anything else.</summary>
    public static JsonNode? At(this JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>null where the text is no JSON, or a key stands twice in it.</summary>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The node and everything below it, nulls left out.</summary>
    public static IEnumerable<JsonNode> All(this JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject group => group.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        return node is null ? [] : children.SelectMany(All).Prepend(node);
    }

    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node.All().OfType<JsonObject>();

    /// <summary>The path of the first explicit null, null where there is none.</summary>
    public static string? FirstNull(this JsonNode? node) => node switch
    {
        JsonObject group => group.Select(pair => pair.Value is null ? $".{pair.Key}" : pair.Value.FirstNull() is { } deeper ? $".{pair.Key}{deeper}" : null).FirstOrDefault(path => path is not null),
        JsonArray list => list.Select((item, i) => item is null ? $"[{i}]" : item.FirstNull() is { } deeper ? $"[{i}]{deeper}" : null).FirstOrDefault(path => path is not null),
        _ => null,
    };

    /// <summary>Its length in bytes of UTF-16, written without needless escapes.</summary>
    public static int Size(this JsonNode node) => 2 * node.ToJsonString(Plain).Length;

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> shown) => new([.. items.Select(shown)]);
}
