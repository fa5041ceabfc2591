using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>The things in blocks that people press, choose or fill in.</summary>
internal static class Controls
{
    public static IEnumerable<(string Block, JsonObject Element)> Of(JsonArray blocks) =>
        from block in blocks.OfType<JsonObject>()
        from element in In(block)
        where element.Text("action_id") is not null
        select (block.Text("block_id")!, element);

    /// <summary>The control with this action_id, in the named block where given; when an edit has named its block anew since, the one that carries the same value or offers it.</summary>
    public static (string Block, JsonObject Element)? Find(JsonArray blocks, string actionId, string? blockId = null, string? value = null)
    {
        var controls = Of(blocks).Where(control => control.Element.Text("action_id") == actionId).ToArray();
        var found = controls.Where(control => blockId is null || control.Block == blockId)
            .Concat(controls.Where(control => value is not null && (control.Element.Text("value") == value || Options(control.Element).Any(option => option.Text("value") == value))))
            .Take(1).ToArray();
        return found.Length == 0 ? null : found[0];
    }

    /// <summary>The options of a menu, groups opened.</summary>
    public static IEnumerable<JsonObject> Options(JsonObject element) =>
        (element["options"] as JsonArray ?? [])
            .Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => group!["options"]!.AsArray()))
            .OfType<JsonObject>();

    /// <summary>Whether using it tells the app at once: inputs do so only with dispatch_action.</summary>
    public static bool Dispatches(JsonArray blocks, string blockId) =>
        blocks.OfType<JsonObject>().First(block => block.Text("block_id") == blockId) is var block && (block.Text("type") != "input" || block.Flag("dispatch_action"));

    private static IEnumerable<JsonObject> In(JsonObject block) => block.Text("type") switch
    {
        "actions" => block["elements"]!.AsArray().OfType<JsonObject>(),
        "section" when block["accessory"] is JsonObject accessory => [accessory],
        "input" => [block["element"]!.AsObject()],
        _ => [],
    };
}
