using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.State;

/// <summary>Reading JSON that may have any shape.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string? Text(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool Flag(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;

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

    public static IEnumerable<JsonNode> Descendants(this JsonNode? node)
    {
        var children = node switch
        {
            JsonObject group => group.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => child.Descendants().Prepend(child));
    }
}
