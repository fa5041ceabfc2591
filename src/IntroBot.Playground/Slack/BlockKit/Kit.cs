using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>
/// Block Kit as strict as Slack, or stricter: lengths are counted in UTF-16 units, an option's value ends at 75 characters, unknown properties and nulls are
/// refused. Limits: docs.slack.dev/reference/block-kit and the notes of @slack/types 3.2.0.
/// </summary>
internal static class Kit
{
    /// <returns>What is wrong, in Slack's words; empty when nothing is.</returns>
    public static IReadOnlyList<string> OfMessage(JsonArray blocks)
    {
        var findings = new List<string>();
        Blocks.Check(new(blocks, "/blocks", findings), 0, 50, message: true);
        return findings;
    }

    /// <summary>A view of this type: <c>modal</c> or <c>home</c>.</summary>
    public static IReadOnlyList<string> OfView(JsonObject view, string type)
    {
        var findings = new List<string>();
        Views.Check(new(view, "/view", findings), type);
        return findings;
    }

    /// <summary>A copy in which every block and control has an id, as Slack gives them.</summary>
    public static JsonArray WithIds(JsonArray blocks, Ids ids)
    {
        var copy = blocks.DeepClone().AsArray();
        foreach (var block in copy.OfType<JsonObject>())
        {
            block["block_id"] ??= ids.Short();
            IEnumerable<JsonNode?> controls = block["elements"] is JsonArray elements && block.Text("type") == "actions" ? elements : new[] { block["accessory"], block["element"] };
            foreach (var control in controls.OfType<JsonObject>().Where(control => control.Text("type") != "image"))
            {
                control["action_id"] ??= ids.Short();
            }
        }

        return copy;
    }
}
