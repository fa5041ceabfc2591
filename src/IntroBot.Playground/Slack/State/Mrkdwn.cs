using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntroBot.Playground.Slack.State;

/// <summary>What Slack would act upon in a text: <c>&lt;@U1&gt;</c>, <c>&lt;!channel&gt;</c>, links; and, where names are parsed, bare URLs and @here.</summary>
internal static partial class Mrkdwn
{
    public static IEnumerable<string> Live(string text, bool verbatim = true) =>
        Entities().Matches(text).Concat(verbatim ? [] : Bare().Matches(Entities().Replace(text, " "))).Select(match => match.Value);

    public static IEnumerable<string> Live(JsonNode? blocks) =>
        blocks.Descendants().OfType<JsonObject>().SelectMany(node => node.Text("type") switch
        {
            "mrkdwn" => Live(node.Text("text") ?? "", node.Flag("verbatim")),
            "user" => [$"<@{node.Text("user_id")}>"],
            "usergroup" => [$"<!subteam^{node.Text("usergroup_id")}>"],
            "broadcast" => [$"<!{node.Text("range")}>"],
            "channel" => [$"<#{node.Text("channel_id")}>"],
            "link" => [$"<{node.Text("url")}>"],
            _ => [],
        });

    [GeneratedRegex("<[^<>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Entities();

    [GeneratedRegex(@"https?://\S+|@(here|channel|everyone)\b|#[a-z0-9_\-]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
