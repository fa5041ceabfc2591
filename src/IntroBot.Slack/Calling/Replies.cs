using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IntroBot.Slack.Calling;

/// <summary>Reads what came back from Slack, or did not.</summary>
internal static class Replies
{
    /// <summary>A view that certainly opened, though its id got lost.</summary>
    public static ApiReply OpenedUnseen { get; } = new(true, null, null, null, null, null, null, null, null, null);

    public static async Task<Reply> Read(HttpResponseMessage response, TimeSpan unnamedWait, TimeSpan longestWait, DateTimeOffset now, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return new Reply.Throttled(RetryAfter(response, now) is { } after ? (after < longestWait ? after : longestWait) : unnamedWait);
        }

        var body = await Body(response, cancellation);
        return ((int)response.StatusCode, body) switch
        {
            ( >= 500, _) => new Reply.Lost($"http_{(int)response.StatusCode}"),
            (200, { Ok: true }) => new Reply.Done(body),
            (200, { Error: "ratelimited" or "rate_limited" }) => new Reply.Throttled(RetryAfter(response, now) ?? unnamedWait),
            (200, { Error: { Length: > 0 } error }) => new Reply.Refused(Plain(error)),
            (200, _) => new Reply.Lost("unreadable_answer"),
            _ => new Reply.Unreached($"http_{(int)response.StatusCode}"),
        };
    }

    public static Reply Of(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            new Reply.Unreached(e.HttpRequestError.ToString()),
        _ => new Reply.Lost(e.HttpRequestError.ToString()),
    };

    private static async Task<ApiReply?> Body(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(ApiJson.Wire.ApiReply, cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta > TimeSpan.Zero ? delta : TimeSpan.FromSeconds(1),
        { Date: { } date } => date > now ? date - now : TimeSpan.FromSeconds(1),
        _ => null,
    };

    /// <summary>Codes are lower case words; anything else does not go into logs or outcomes.</summary>
    private static string Plain(string error) =>
        error.Length <= 80 && error.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? error : "odd_error";
}
