using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Teams.Wire;

/// <summary>
/// A request to this tenant, already read; <c>Path</c> is below <see cref="TeamsOptions.Address"/>, or <c>login/</c> and what stands below <see cref="TeamsOptions.Login"/>,
/// still escaped, without leading slash.
/// </summary>
internal sealed record WireRequest(string Verb, string Path, string Query, string? Authorization, string? ContentType, string Body);

/// <summary>What goes back; <see cref="Lost"/> means that the connection breaks instead.</summary>
internal sealed record WireAnswer(int Status, string Body)
{
    public static WireAnswer Broken { get; } = new(0, "") { Lost = true };
    public string ContentType { get; init; } = "application/json; charset=utf-8";
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    public bool Lost { get; init; }

    public static WireAnswer Json(int status, JsonObject body) => new(status, body.ToJsonString());

    public static WireAnswer Empty(int status) => new(status, "");

    public static WireAnswer Error(int status, string code, string message) =>
        Json(status, new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    /// <param name="retryAfter">Whole seconds; null leaves the header out.</param>
    public static WireAnswer TooMany(int? retryAfter) => Error(429, "Throttled", "Too many requests") with
    {
        Headers = retryAfter is { } seconds ? new Dictionary<string, string> { ["Retry-After"] = $"{seconds}" } : [],
    };
}

/// <summary>A request this tenant sent to the bot, byte for byte, so that it can be sent again.</summary>
internal sealed record Sent(byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Activity => JsonNode.Parse(Body)!.AsObject();
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>How the bot answered, and when; <see cref="Failure"/> is <c>timeout</c> or <c>unreachable</c> where it did not.</summary>
internal sealed record Reply(int Status, string Body, string? Failure, DateTimeOffset At)
{
    public bool IsOk => Failure is null && Status is >= 200 and < 300;

    /// <summary>Whether the sender tries again: nothing came, or a gateway answered.</summary>
    public bool IsWorthAnother => Failure is not null || Status is 502 or 503 or 504;
}
