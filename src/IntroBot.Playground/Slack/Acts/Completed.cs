using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>What Slack's client checks before it sends a form.</summary>
internal static class Completed
{
    public static IReadOnlyDictionary<string, string> Errors(View view) =>
        view.Blocks.OfType<JsonObject>().Where(block => block.Text("type") == "input")
            .Select(block => (Id: block.Text("block_id")!, Error: Error(block, view.Values)))
            .Where(found => found.Error is not null)
            .ToDictionary(found => found.Id, found => found.Error!);

    private static string? Error(JsonObject block, JsonObject values)
    {
        var element = block["element"]!.AsObject();
        var state = values[block.Text("block_id")!]?[element.Text("action_id")!] as JsonObject;
        var filled = (state ?? []).Any(pair => pair.Key != "type" && pair.Value is not null and not JsonArray { Count: 0 });
        if (!filled)
        {
            return block.Flag("optional") ? null : "Please complete this required field.";
        }

        var text = state.Text("value");
        return text is null ? null : element.Text("type") switch
        {
            "email_text_input" when !text.Contains('@', StringComparison.Ordinal) => "Enter an email address.",
            "url_text_input" when !Uri.TryCreate(text, UriKind.Absolute, out _) => "Enter a URL.",
            "number_input" when !decimal.TryParse(text, CultureInfo.InvariantCulture, out _) => "Enter a number.",
            _ when text.Length > Bound(element, "max_length", 3000) => "That is too long.",
            _ when text.Length < Bound(element, "min_length", 0) => "That is too short.",
            _ => null,
        };
    }

    private static int Bound(JsonObject element, string name, int otherwise) =>
        element[name] is JsonValue value && value.TryGetValue(out int bound) ? bound : otherwise;
}
