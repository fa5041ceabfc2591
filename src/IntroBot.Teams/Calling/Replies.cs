using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Teams.Calling;

/// <summary>Reads what came back from the Connector, or did not.</summary>
internal static class Replies
{
    public static async Task<Reply> Read(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellation) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new Reply.Done(await Body(response, ApiJson.Wire.ApiReply, cancellation) ?? ApiReply.Empty),
        401 => new Reply.Stopped("http_401"),
        429 => new Reply.Throttled(RetryAfter(response, now)),
        >= 500 => new Reply.Lost($"http_{(int)response.StatusCode}"),
        var status => new Reply.Refused(status, Plain((await Body(response, ApiJson.Wire.ApiFault, cancellation))?.Error?.Code) ?? $"http_{status}"),
    };

    public static Reply Of(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            new Reply.Unreached(e.HttpRequestError.ToString()),
        _ => new Reply.Lost(e.HttpRequestError.ToString()),
    };

    private static async Task<T?> Body<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return response.Content.Headers.ContentLength == 0 ? null : await response.Content.ReadFromJsonAsync(type, cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static TimeSpan RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => TimeSpan.FromSeconds(5),
        };
        return TimeSpan.FromTicks(Math.Clamp(after.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerHour));
    }

    /// <summary>Codes are words; anything else does not go into logs or outcomes.</summary>
    private static string? Plain(string? code) =>
        code is null ? null : code.Length is > 0 and <= 80 && code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? code : "odd_error";
}
