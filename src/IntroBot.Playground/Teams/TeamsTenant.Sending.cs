using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams;

/// <summary>Activities to the bot: signed, timed, logged.</summary>
internal sealed partial class TeamsTenant
{
    /// <summary>Sends bytes as they are with this bearer token, none where it is null: for forgeries.</summary>
    public Task<Seen> SendRaw(byte[] body, string? token)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json; charset=utf-8" };
        if (token is not null)
        {
            headers["Authorization"] = "Bearer " + token;
        }

        return Again(new(body, headers));
    }

    /// <summary>Sends an activity as it is, well signed, as if it had happened.</summary>
    public async Task<Seen> Send(JsonObject activity)
    {
        var (reply, sent) = await ToBot(activity, Options.Turn, activity.Text("id") ?? "");
        return Seen.Of(reply, sent);
    }

    /// <summary>The same bytes and headers once more, as a replay would.</summary>
    public async Task<Seen> Again(Sent request)
    {
        var reply = await Post(request, Options.Turn);
        return Seen.Of(reply, request);
    }

    internal async Task<(Reply Reply, Sent Sent)> ToBot(JsonObject activity, TimeSpan deadline, string detail)
    {
        var body = activity.ToJsonString();
        var sent = new Sent(Encoding.UTF8.GetBytes(body), Headers(activity));
        var at = Clock.GetUtcNow();
        var reply = await Post(sent, deadline);
        Change(state =>
        {
            var error = reply.IsOk ? null : reply.Failure ?? $"HTTP {reply.Status} {reply.Body}";
            state.Log(new(at, "teams", activity.Text("name") ?? activity.Text("type") ?? "", reply.IsOk, reply.Status, error, detail, reply.IsOk, body));
            return true;
        });
        return (reply, sent);
    }

    private Dictionary<string, string> Headers(JsonObject activity) => new()
    {
        ["Authorization"] = "Bearer " + Issuer.Token(activity.Text("serviceUrl") ?? ""),
        ["Content-Type"] = "application/json; charset=utf-8",
        ["User-Agent"] = "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
        ["x-ms-conversation-id"] = activity.At("conversation").Text("id") ?? "",
        ["x-ms-tenant-id"] = activity.At("conversation").Text("tenantId") ?? "",
        ["MS-CV"] = Change(state => state.Ids.Next(22)) + ".1.1.0",
    };

    private async Task<Reply> Post(Sent sent, TimeSpan patience)
    {
        if (Bot is not { } bot)
        {
            return new(0, "", "unreachable", Clock.GetUtcNow());
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Options.Bot, "api/messages")) { Content = new ByteArrayContent(sent.Body) };
        foreach (var (name, value) in sent.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var deadline = new CancellationTokenSource(patience, Clock);
        try
        {
            using var response = await bot.SendAsync(request, deadline.Token);
            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(deadline.Token), null, Clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new(0, "", "timeout", Clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return new(0, "", "unreachable", Clock.GetUtcNow());
        }
    }
}
