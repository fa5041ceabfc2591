using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>The words a person reads in a card, one text to a line.</summary>
internal static class CardWords
{
    private static readonly string[] Read = ["text", "title", "label", "placeholder", "value", "altText", "inlines"];
    private static readonly string[] Unseen = ["data", "msteams", "msTeams", "refresh", "requires", "fallback"];

    public static string Of(JsonNode? card) => string.Join('\n', Parts(card).SelectMany(Words).Where(words => words.Length > 0));

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.Where(pair => !Unseen.Contains(pair.Key)).SelectMany(pair => Parts(pair.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    private static IEnumerable<string> Words(JsonObject part) => Read.Where(name => part.ContainsKey(name) && IsRead(part, name)).SelectMany(name => part[name] switch
    {
        JsonArray list => list.OfType<JsonValue>().Select(value => value.ToString()),
        JsonValue value => [value.ToString()],
        _ => (IEnumerable<string>)[],
    });

    /// <summary>A value is read in a fact and in a filled text field; elsewhere it is a choice's or a switch's own.</summary>
    private static bool IsRead(JsonObject part, string name) =>
        name != "value" || part.Text("type") is "Input.Text" or "Input.Number" || (part.Parent is JsonArray { Parent: JsonObject } list && list.GetPropertyName() == "facts");
}
