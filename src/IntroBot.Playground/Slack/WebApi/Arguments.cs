using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The arguments of one call, from a query, a form or a JSON body.</summary>
internal sealed class Arguments(IReadOnlyDictionary<string, JsonNode?> values)
{
    public IEnumerable<string> Names => values.Keys;

    /// <exception cref="Refusal">The body is not what its content type says, or JSON went to a method that takes none.</exception>
    public static Arguments Of(WireRequest request, bool takesJson)
    {
        var query = Form(request.Query);
        if (request.Body.Length == 0)
        {
            return new(query);
        }

        return MediaType(request.ContentType) switch
        {
            null => throw new Refusal("missing_post_type"),
            "application/x-www-form-urlencoded" => new(query.Concat(Form(request.Body)).ToDictionary()),
            "application/json" when !takesJson => throw new Refusal("invalid_arguments", "[ERROR] this method takes a query or a form, not JSON"),
            "application/json" => new(FromJson(request.Body)),
            _ => throw new Refusal("invalid_post_type"),
        };
    }

    public bool Has(string name) => values.GetValueOrDefault(name) is { } node && (node is not JsonValue || Text(name) is { Length: > 0 });

    public string? Text(string name) => values.GetValueOrDefault(name) switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    public bool Flag(string name, bool otherwise = false) => Text(name) is { } text ? text is "true" or "1" : otherwise;

    /// <summary>A structured argument, which may also come as JSON inside a string.</summary>
    /// <exception cref="Refusal"><paramref name="error"/> where the string holds no JSON.</exception>
    public JsonNode? Structure(string name, string error) => values.GetValueOrDefault(name) switch
    {
        JsonValue value when value.TryGetValue(out string? text) => Json.Parse(text) ?? throw new Refusal(error),
        var node => node,
    };

    private static string? MediaType(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant();

    private static Dictionary<string, JsonNode?> Form(string encoded) =>
        QueryHelpers.ParseQuery(encoded).ToDictionary(pair => pair.Key, pair => (JsonNode?)JsonValue.Create(pair.Value.ToString()));

    private static Dictionary<string, JsonNode?> FromJson(string body) => Json.Parse(body) switch
    {
        JsonObject values => values.ToDictionary(pair => pair.Key, pair => pair.Value),
        null => throw new Refusal("invalid_json"),
        _ => throw new Refusal("json_not_object"),
    };
}
