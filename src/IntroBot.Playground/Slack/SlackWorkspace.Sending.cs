using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack;

/// <summary>Requests to the bot: signed, timed, logged.</summary>
internal sealed partial class SlackWorkspace
{
    /// <summary>Sends bytes as they are, signed with the workspace's secret unless <paramref name="headers"/> say otherwise: for forgeries, and to send again.</summary>
    public async Task<Acted> Send(string path, byte[] body, IReadOnlyDictionary<string, string>? headers = null, bool sign = true)
    {
        var all = sign ? Signed(body) : new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            all[name] = value;
        }

        var sent = new Sent(path, body, all);
        var reply = await Post(sent);
        return new(Failure(reply), reply.Failure is null ? reply.Status : null, reply.Body, sent);
    }

    /// <summary>The same bytes and headers once more, as a replay would.</summary>
    public Task<Acted> Again(Sent request) => Send(request.Path, request.Body, request.Headers, sign: false);

    internal static string? Failure(Reply reply) => reply switch
    {
        { IsOk: true, Status: 200 } => null,
        { Failure: "timeout" } => "operation_timeout",
        { Failure: not null } => "dispatch_failed",
        _ => $"dispatch_failed (HTTP {reply.Status})",
    };

    internal async Task<(Reply Reply, Sent Sent)> ToBot(
        string path, string body, string contentType, string what, string detail, IReadOnlyDictionary<string, string>? headers = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var all = Signed(bytes);
        all["Content-Type"] = contentType;
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            all[name] = value;
        }

        var sent = new Sent(path, bytes, all);
        var at = Clock.GetUtcNow();
        var reply = await Post(sent);
        Change(world =>
        {
            world.Log(new(at, "slack", what, reply.IsOk, reply.Detail is null ? Failure(reply) : $"{Failure(reply)} {reply.Detail}", detail, reply.IsOk, body));
            return true;
        });
        return (reply, sent);
    }

    private Dictionary<string, string> Signed(byte[] body)
    {
        var timestamp = Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["X-Slack-Request-Timestamp"] = timestamp,
            ["X-Slack-Signature"] = Signing.Sign(Options.SigningSecret, timestamp, body),
            ["Content-Type"] = "application/x-www-form-urlencoded",
            ["User-Agent"] = "Slackbot 1.0 (+https://api.slack.com/robots)",
        };
    }

    private async Task<Reply> Post(Sent sent)
    {
        var fault = Faults.Take(sent.Path, new("POST", sent.Path, "", null, sent.Headers.GetValueOrDefault("Content-Type"), sent.Text));
        if (Bot is not { } bot || fault is { Accepts: false })
        {
            return new(0, "", null, "unreachable");
        }

        var reply = await Exchange(bot, sent);
        return fault is null ? reply : new(0, "", null, "timeout");
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever breaks at the bot's end, the person sees dispatch_failed and the log says what broke.")]
    private async Task<Reply> Exchange(HttpClient bot, Sent sent)
    {
        using var request = Request(sent);
        using var deadline = new CancellationTokenSource(Options.Deadline, Clock);
        try
        {
            using var response = await bot.SendAsync(request, deadline.Token);
            var body = await response.Content.ReadAsStringAsync(deadline.Token);
            var noRetry = response.Headers.TryGetValues("x-slack-no-retry", out var values) && values.Contains("1");
            return new((int)response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, null) { NoRetry = noRetry };
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new(0, "", null, "timeout");
        }
        catch (Exception failure)
        {
            return new(0, "", null, "unreachable") { Detail = $"{failure.GetType().Name}: {failure.Message}" };
        }
    }

    private HttpRequestMessage Request(Sent sent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Options.Bot, sent.Path)) { Content = new ByteArrayContent(sent.Body) };
        foreach (var (name, value) in sent.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private Task<(Reply Reply, Sent Sent)> Interact(JsonObject payload, string detail) =>
        ToBot("slack/interactions", "payload=" + Uri.EscapeDataString(payload.ToJsonString()), "application/x-www-form-urlencoded", payload.Text("type")!, detail);

    private static Acted Plain(Reply reply, Sent sent) => new(Failure(reply), reply.Failure is null ? reply.Status : null, reply.Body, sent);
}
