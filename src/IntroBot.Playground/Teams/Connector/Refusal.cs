using System.Diagnostics.CodeAnalysis;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>A call that the Connector refuses, with the status and error it answers (msteams-docs, conversation-messages.md, "Status codes").</summary>
[SuppressMessage("Design", "CA1032", Justification = "It always carries the Connector's status and code.")]
[SuppressMessage("Design", "CA1064", Justification = "Caught at the edge of this server; nobody outside sees it.")]
internal sealed class Refusal(int status, string code, string why) : Exception(why)
{
    /// <summary>Seconds to wait, for a 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>For the log.</summary>
    public string Why => $"{code}: {Message}";

    public static Refusal Argument(string why) => new(400, "BadArgument", why);

    public static Refusal Syntax(string why) => new(400, "BadSyntax", why);

    public static Refusal Throttled(int seconds) => new(429, "Throttled", "Too many requests") { RetryAfter = seconds };

    public static Refusal NoActivity(string id) => new(404, "ActivityNotFoundInConversation", $"The activity {id} was not found in the conversation.");

    public WireAnswer Answer() => status switch
    {
        401 => WireAnswer.Json(401, new() { ["message"] = "Authorization has been denied for this request." }),
        429 => WireAnswer.TooMany(RetryAfter),
        _ => WireAnswer.Error(status, code, Message),
    };
}
