using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.Wire;

/// <summary>A request to this Slack, already read; <c>Path</c> is below <see cref="SlackOptions.Address"/>, without leading slash: <c>api/auth.test</c>.</summary>
internal sealed record WireRequest(string Verb, string Path, string Query, string? Authorization, string? ContentType, string Body);

/// <summary>What goes back; <see cref="Lost"/> means that the connection breaks instead.</summary>
internal sealed record WireAnswer(int Status, string Body)
{
    public static WireAnswer Broken { get; } = new(0, "") { Lost = true };
    public string ContentType { get; init; } = "application/json; charset=utf-8";
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    public bool Lost { get; init; }

    public static WireAnswer Json(JsonObject body) => new(200, body.ToJsonString());

    public static WireAnswer Plain(int status, string text) => new(status, text) { ContentType = "text/plain; charset=utf-8" };

    /// <param name="retryAfter">null leaves the header out, as an ill server may.</param>
    public static WireAnswer TooMany(int? retryAfter) => new(429, """{"ok":false,"error":"ratelimited"}""")
    {
        Headers = retryAfter is { } seconds ? new Dictionary<string, string> { ["Retry-After"] = $"{seconds}" } : [],
    };
}

/// <summary>A request this Slack sent to the bot, byte for byte, so that it can be sent again.</summary>
internal sealed record Sent(string Path, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>How the bot answered; <see cref="Failure"/> is <c>timeout</c> or <c>unreachable</c> where it did not.</summary>
internal sealed record Reply(int Status, string Body, string? ContentType, string? Failure)
{
    public bool NoRetry { get; init; }
    /// <summary>What broke, for the log.</summary>
    public string? Detail { get; init; }
    public bool IsOk => Failure is null && Status is >= 200 and < 300;
}
