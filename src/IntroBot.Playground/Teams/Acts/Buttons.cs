using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>What can be pressed in a card.</summary>
internal static class Buttons
{
    private static readonly string[] Holders = ["data", "msteams", "msTeams", "refresh", "requires", "fallback"];

    /// <summary>Every action of a card, those of touched elements and inner cards too.</summary>
    public static IEnumerable<JsonObject> Of(JsonNode? card) => card switch
    {
        JsonObject part => part.Where(pair => !Holders.Contains(pair.Key)).SelectMany(pair => Of(pair.Value)).Concat(part.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true ? [part] : []),
        JsonArray list => list.SelectMany(Of),
        _ => [],
    };

    /// <summary>The first action of a type (<c>Action.Execute</c>, …; null for any) with this verb, step (<c>data.step</c>), title or id; null for the first at all.</summary>
    public static JsonObject? Find(JsonNode card, string? type, string? name, Func<JsonNode?, bool>? data = null) => Of(card).FirstOrDefault(action =>
        (type is null || action.Text("type") == type)
        && (name is null || action.Text("verb") == name || action.At("data").Text("step") == name || action.Text("title") == name || action.Text("id") == name)
        && (data is null || data(action.At("data"))));
}
