using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.State;

/// <summary>The words a person reads in blocks, one text to a line.</summary>
internal static class Words
{
    public static string Of(JsonNode? node) =>
        string.Join('\n', node.Descendants().OfType<JsonObject>().Prepend(node as JsonObject).Select(Read).OfType<string>());

    private static string? Read(JsonObject? node) => node.Text("type") switch
    {
        "plain_text" or "mrkdwn" or "text" or "markdown" => node.Text("text"),
        "user" => $"<@{node.Text("user_id")}>",
        "link" => node.Text("text") ?? node.Text("url"),
        "plain_text_input" => node.Text("initial_value"),
        _ => null,
    };
}
