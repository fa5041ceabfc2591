using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>A call that Slack refuses, with the error it answers.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It always carries Slack's error code.")]
[SuppressMessage("Design", "CA1064", Justification = "Caught at the edge of this server; nobody outside sees it.")]
internal sealed class Refusal(string error, params IReadOnlyList<string> messages) : Exception(error)
{
    public string? Needed { get; init; }
    public string? Provided { get; init; }
    /// <summary>Seconds to wait; set makes the answer a 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>For the log: the error and what it points at.</summary>
    public string Why => string.Join(' ', [Message, .. messages, .. Needed is null ? [] : (string[])["needs " + Needed]]);

    public WireAnswer Answer()
    {
        if (RetryAfter is { } seconds)
        {
            return WireAnswer.TooMany(seconds);
        }

        var body = new JsonObject { ["ok"] = false, ["error"] = Message };
        if (Needed is not null)
        {
            body["needed"] = Needed;
            body["provided"] = Provided;
        }

        if (messages.Count > 0)
        {
            body["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]) };
        }

        return WireAnswer.Json(body);
    }
}
