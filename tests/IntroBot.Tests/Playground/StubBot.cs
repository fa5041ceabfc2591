using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Playground;

/// <summary>A workspace under a fake clock, and in place of the bot an endpoint that answers what the test says.</summary>
internal sealed class StubBot : HttpMessageHandler
{
    /// <summary>More scopes and events than the app's manifest asks for, so that every method can be tried.</summary>
    public static readonly SlackOptions Wide = new()
    {
        Scopes = ["app_mentions:read", "channels:read", "chat:write", "chat:write.public", "commands", "groups:read", "im:history", "im:read", "im:write", "users:read", "users:read.email"],
        Events = ["app_home_opened", "app_mention", "app_uninstalled", "member_joined_channel", "message.im", "tokens_revoked", "user_change"],
        HomeTab = true,
    };

    public StubBot(SlackOptions? options = null)
    {
        Slack = new(options ?? Wide, Clock, new Random(7)) { Bot = new HttpClient(this) };
        Api = new HttpClient(Slack.Handler()) { BaseAddress = Slack.Options.Address };
        Api.DefaultRequestHeaders.Authorization = new("Bearer", Slack.Options.BotToken);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
    public SlackWorkspace Slack { get; }
    public HttpClient Api { get; }
    public List<(string Path, string Body, HttpRequestMessage Request)> Received { get; } = [];
    public Func<string, CancellationToken, Task<HttpResponseMessage>> Answers { get; set; } = (_, _) => Task.FromResult(Answer(""));

    /// <summary>The last interaction, event or command that arrived, as JSON.</summary>
    public JsonNode Heard => Parsed(Received[^1].Body);

    public static HttpResponseMessage Answer(string body, int status = 200, string type = "application/json") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public void AnswersWith(string body, int status = 200, string type = "application/json") => Answers = (_, _) => Task.FromResult(Answer(body, status, type));

    public async Task<JsonNode> Call(string method, string json)
    {
        using var response = await CallRaw(method, json);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public Task<HttpResponseMessage> CallRaw(string method, string json) =>
        Api.PostAsync(new Uri("api/" + method, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonNode> Ask(string methodAndQuery)
    {
        using var response = await Api.GetAsync(new Uri("api/" + methodAndQuery, UriKind.Relative));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<(int Status, string Body)> Respond(string url, string json)
    {
        using var response = await Api.PostAsync(new Uri(url), new StringContent(json, Encoding.UTF8, "application/json"));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (Received)
        {
            Received.Add((request.RequestUri!.AbsolutePath, body, request));
        }

        return await Answers(body, cancellationToken);
    }

    private static JsonNode Parsed(string body)
    {
        if (body.StartsWith('{'))
        {
            return JsonNode.Parse(body)!;
        }

        var form = QueryHelpers.ParseQuery(body);
        return form.TryGetValue("payload", out var payload)
            ? JsonNode.Parse(payload.ToString())!
            : new JsonObject(form.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value.ToString())));
    }
}
