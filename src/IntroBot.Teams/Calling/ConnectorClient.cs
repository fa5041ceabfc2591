using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using IntroBot.Teams.Receiving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntroBot.Teams.Calling;

/// <summary>The Connector's calls the program uses, typed (learn.microsoft.com, Bot Connector REST API). The token goes to the service URLs that <see cref="ServiceUrls"/> allows and nowhere else.</summary>
internal sealed partial class ConnectorClient(
    IHttpClientFactory http, IOptions<TeamsOptions> options, ConnectorToken token, ServiceUrls allowed, Retries retries, Pace pace, TimeProvider clock, ILogger<ConnectorClient> logger)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpName = "teams";

    private const int PageSize = 500;
    private static readonly TimeSpan AskingTakes = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SayingTakes = TimeSpan.FromSeconds(15);

    private readonly HttpClient client = http.CreateClient(HttpName);
    private readonly Turnstile turnstile = new();

    /// <summary>Says something in a conversation; in a channel's thread when the conversation names its root. With a <paramref name="key"/> it waits in line where Teams allows no more.</summary>
    public Task<Reply> Send(Spot spot, Message message, string? key, CancellationToken cancellation) =>
        Write(spot, new Call(HttpMethod.Post, $"v3/conversations/{Escape(spot.Conversation)}/activities", Repeat.WhenRefused, Limit.Saying, ThreadOf(spot), Json(message, ApiJson.Wire.Message), key), cancellation);

    /// <summary>Replaces a message of ours.</summary>
    public Task<Reply> Update(Spot spot, string id, Message message, CancellationToken cancellation) =>
        Write(spot, new Call(HttpMethod.Put, $"v3/conversations/{Escape(spot.Conversation)}/activities/{Escape(id)}", Repeat.Freely, Limit.Saying, ThreadOf(spot), Json(message, ApiJson.Wire.Message)), cancellation);

    /// <summary>Takes a message of ours away.</summary>
    public Task<Reply> Delete(Spot spot, string id, CancellationToken cancellation) =>
        Write(spot, new Call(HttpMethod.Delete, $"v3/conversations/{Escape(spot.Conversation)}/activities/{Escape(id)}", Repeat.Freely, Limit.Saying, ThreadOf(spot)), cancellation);

    /// <summary>Makes or finds the private chat with somebody, by their <c>29:…</c> id.</summary>
    public Task<Reply> OpenPersonal(string serviceUrl, string tenant, string user, CancellationToken cancellation)
    {
        var start = new NewPersonal(false, new PartyId("28:" + options.Value.AppId), [new PartyId(user)], tenant, new ThreadData(null, new PartyId(tenant)));
        return Write(new Spot(serviceUrl, tenant, user), new Call(HttpMethod.Post, "v3/conversations", Repeat.Freely, Limit.Saying, user, Json(start, ApiJson.Wire.NewPersonal)), cancellation);
    }

    /// <summary>Starts a thread in a channel, in line like <see cref="Send"/>.</summary>
    public Task<Reply> StartThread(Spot channel, Message message, string? key, CancellationToken cancellation)
    {
        var start = new NewThread(true, new ThreadData(new PartyId(channel.Conversation), new PartyId(channel.Tenant)), message, channel.Tenant);
        return Write(channel, new Call(HttpMethod.Post, "v3/conversations", Repeat.WhenRefused, Limit.Saying, channel.Conversation, Json(start, ApiJson.Wire.NewThread), key), cancellation);
    }

    /// <summary>One member of a conversation, by <c>29:…</c> id, object id or sign-in name.</summary>
    public Task<Reply> Member(Spot spot, string member, CancellationToken cancellation) =>
        Run(spot, new Call(HttpMethod.Get, $"v3/conversations/{Escape(spot.Conversation)}/members/{Escape(member)}", Repeat.Freely, Limit.Asking, ThreadOf(spot)), cancellation);

    /// <summary>A page of a conversation's members.</summary>
    public Task<Reply> Members(Spot spot, string? continuation, CancellationToken cancellation)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"v3/conversations/{Escape(spot.Conversation)}/pagedmembers?pageSize={PageSize}");
        return Run(spot, new Call(HttpMethod.Get, continuation is null ? page : $"{page}&continuationToken={Escape(continuation)}", Repeat.Freely, Limit.Asking, ThreadOf(spot)), cancellation);
    }

    /// <summary>What Teams counts its limits by: a chat, or a channel with all its threads.</summary>
    private static string ThreadOf(Spot spot) => Incoming.RootOf(spot.Conversation);

    private static string Escape(string id) => Uri.EscapeDataString(id);

    private static Func<HttpContent> Json<T>(T body, JsonTypeInfo<T> type) => () => JsonContent.Create(body, type);

    private async Task<Reply> Write(Spot spot, Call call, CancellationToken cancellation)
    {
        using var turn = await turnstile.Enter(call.Thread, cancellation);
        return await Run(spot, call, cancellation);
    }

    private async Task<Reply> Run(Spot spot, Call call, CancellationToken cancellation)
    {
        if (!allowed.Allows(spot.ServiceUrl))
        {
            LogNotAllowed();
            return new Reply.Refused(0, "service_url_not_allowed");
        }

        if (pace.Take(call.Limit, call.Thread, spot.Tenant, call.Key) is var wait && wait > TimeSpan.Zero)
        {
            return new Reply.Throttled(wait);
        }

        var reply = await retries.For(call).ExecuteAsync(async cancel => await Once(spot, call, cancel), cancellation);
        Heed(call, reply);
        return reply;
    }

    /// <summary>One request, and once more with a new token when the Connector does not take the old one.</summary>
    private async Task<Reply> Once(Spot spot, Call call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var bearer = await token.Get(null, cancellation);
            var reply = await Request(spot, call, bearer, cancellation);
            return reply is Reply.Stopped && bearer is not null ? await Request(spot, call, await token.Get(bearer, cancellation), cancellation) : reply;
        }
        catch (AuthenticationFailedException)
        {
            return new Reply.Stopped("no_token");
        }
    }

    /// <summary>Cancelled before it is sent it throws; afterwards its outcome is unknown.</summary>
    private async Task<Reply> Request(Spot spot, Call call, string? bearer, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(call.Method, $"{ServiceUrls.Trim(spot.ServiceUrl)}/{call.Path}") { Content = call.Content?.Invoke() };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var timeout = new CancellationTokenSource(call.Limit == Limit.Asking ? AskingTakes : SayingTakes, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return await Replies.Read(response, clock.GetUtcNow(), either.Token);
        }
        catch (OperationCanceledException)
        {
            return new Reply.Lost(timeout.IsCancellationRequested ? "timeout" : "cancelled");
        }
        catch (HttpRequestException e)
        {
            return Replies.Of(e);
        }
    }

    /// <summary>Takes note of what a reply says beyond this call.</summary>
    private void Heed(Call call, Reply reply)
    {
        switch (reply)
        {
            case Reply.Done:
                break;
            case Reply.Throttled { After: var after }:
                pace.Wait(call.Limit, call.Thread, after);
                LogThrottled(after.TotalSeconds);
                break;
            case Reply.Stopped:
                LogStopped(reply.Code);
                break;
            case Reply.Refused { Status: 404 or 403 or 400 } when call.Limit == Limit.Asking:
                break;
            default:
                LogFailed(call.Method.Method, reply.Code);
                break;
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Teams asks to wait {Seconds} s")]
    private partial void LogThrottled(double seconds);

    [LoggerMessage(11, LogLevel.Error, "Teams does not take the bot's token ({Code}): Teams:TenantId must be the app registration's home tenant, and Teams:AppId the bot's")]
    private partial void LogStopped(string code);

    [LoggerMessage(12, LogLevel.Warning, "Teams call {Method} failed with {Code}")]
    private partial void LogFailed(string method, string code);

    [LoggerMessage(13, LogLevel.Error, "A remembered service URL is not one of Teams' and not in Teams:ServiceUrls; nothing is sent there")]
    private partial void LogNotAllowed();
}
