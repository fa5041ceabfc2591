using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Slack.Drawing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace IntroBot.Slack.Calling;

/// <summary>The Web API methods the program uses, typed. The token goes to <see cref="SlackOptions.ApiBaseUrl"/> and nowhere else.</summary>
internal sealed partial class SlackClient(
    IHttpClientFactory http, IOptionsMonitor<SlackOptions> options, Retries retries, Pace pace, Installation installation, TimeProvider clock, ILogger<SlackClient> logger)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpName = "slack";

    private static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly HttpClient client = http.CreateClient(HttpName);

    public Task<Reply> Post(PostMessage message, CancellationToken cancellation) =>
        Call(Method.ChatPostMessage, () => Json(message, ApiJson.Wire.PostMessage), message.Channel, cancellation);

    public Task<Reply> Update(UpdateMessage message, CancellationToken cancellation) =>
        Call(Method.ChatUpdate, () => Json(message, ApiJson.Wire.UpdateMessage), null, cancellation);

    public Task<Reply> PostEphemeral(PostEphemeral message, CancellationToken cancellation) =>
        Call(Method.ChatPostEphemeral, () => Json(message, ApiJson.Wire.PostEphemeral), null, cancellation);

    public Task<Reply> Open(string trigger, View view, CancellationToken cancellation) =>
        Call(Method.ViewsOpen, () => Json(new OpenView(trigger, view), ApiJson.Wire.OpenView), null, cancellation);

    public Task<Reply> Update(string viewId, View view, string? hash, CancellationToken cancellation) =>
        Call(Method.ViewsUpdate, () => Json(new UpdateView(viewId, view, hash), ApiJson.Wire.UpdateView), null, cancellation);

    /// <summary>Shows somebody's Home tab; with <paramref name="hash"/> only while that view still stands there.</summary>
    public Task<Reply> Publish(string user, HomeView view, string? hash, CancellationToken cancellation) =>
        Call(Method.ViewsPublish, () => Json(new PublishView(user, view, hash), ApiJson.Wire.PublishView), null, cancellation);

    public Task<Reply> User(string user, CancellationToken cancellation) =>
        Call(Method.UsersInfo, () => Form(("user", user), ("include_locale", "true")), null, cancellation);

    public Task<Reply> UserByEmail(string email, CancellationToken cancellation) =>
        Call(Method.UsersLookupByEmail, () => Form(("email", email)), null, cancellation);

    /// <summary>Asks Slack whose token this is; a good answer ends a stop.</summary>
    public async Task<Reply> WhoAmI(CancellationToken cancellation)
    {
        var reply = await Send(Method.AuthTest, static () => Form(), null, cancellation);
        if (reply is Reply.Done { Body: { TeamId: { } team, UserId: { } user } })
        {
            installation.Works(new Identity(team, user));
        }

        return reply;
    }

    /// <summary>In one piece: a body of unknown length goes out in chunks, which takes a send each.</summary>
    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(static field => field.Name, static field => field.Value));

    private async Task<Reply> Call(Method method, Func<HttpContent> content, string? channel, CancellationToken cancellation)
    {
        if (installation.Stopped(out var probe) is { } stopped)
        {
            return new Reply.Stopped(stopped);
        }

        if (probe && await WhoAmI(cancellation) is not Reply.Done)
        {
            return new Reply.Stopped(installation.Stopped(out _) ?? "account_inactive");
        }

        return await Send(method, content, channel, cancellation);
    }

    private async Task<Reply> Send(Method method, Func<HttpContent> content, string? channel, CancellationToken cancellation)
    {
        if (pace.Shut(method) is var wait && wait > TimeSpan.Zero)
        {
            return new Reply.Throttled(wait);
        }

        var tries = 0;
        var reply = await retries.For(method).ExecuteAsync(
            async cancel =>
            {
                tries++;
                return await Once(method, content, cancel);
            },
            cancellation);
        return Heed(method, channel, tries > 1, reply);
    }

    /// <summary>One request. Cancelled before it is sent it throws; afterwards its outcome is unknown.</summary>
    private async Task<Reply> Once(Method method, Func<HttpContent> content, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var settings = options.CurrentValue;
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.ApiBaseUrl + method.Name) { Content = content() };
        request.Version = System.Net.HttpVersion.Version20;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.BotToken);
        using var timeout = new CancellationTokenSource(Retries.Timeout(method), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return await Replies.Read(response, UnnamedWait, LongestWait, clock.GetUtcNow(), either.Token);
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
    private Reply Heed(Method method, string? channel, bool repeated, Reply reply)
    {
        switch (reply)
        {
            case Reply.Throttled { After: var after }:
                pace.Wait(method, channel, after);
                LogThrottled(method.Name, after.TotalSeconds);
                break;
            case Reply.Refused { Error: var error } when ErrorClasses.Of(error) == ErrorClass.Installation:
                installation.Stop(error);
                LogStopped(method.Name, error);
                break;
            case Reply.Refused { Error: var error } when method == Method.ViewsOpen && repeated && ErrorClasses.IsTriggerUsed(error):
                return new Reply.Done(Replies.OpenedUnseen);
            case Reply.Refused { Error: var error } when ErrorClasses.Of(error) == ErrorClass.Administrator:
                LogAdministrator(method.Name, error);
                break;
            case not Reply.Done:
                LogFailed(method.Name, reply.Code);
                break;
        }

        return reply;
    }

    [LoggerMessage(1, LogLevel.Warning, "Slack asks to wait {Seconds} s before {Method}")]
    private partial void LogThrottled(string method, double seconds);

    [LoggerMessage(2, LogLevel.Error, "Slack no longer takes the bot token ({Method}: {Error}); nothing is sent until it does")]
    private partial void LogStopped(string method, string error);

    [LoggerMessage(3, LogLevel.Error, "Slack refuses {Method} with {Error}: the app's scopes or the workspace's settings have to be changed")]
    private partial void LogAdministrator(string method, string error);

    [LoggerMessage(4, LogLevel.Warning, "Slack call {Method} failed with {Error}")]
    private partial void LogFailed(string method, string error);
}
