using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack;
using IntroBot.Slack.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Slack;

/// <summary>A host that speaks Slack and nothing else: a handler of the test's own, a far end of the test's own, a clock that stands still.</summary>
internal sealed class SlackApp : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Workspace = "T0ACME";

    private readonly WebApplication app;
    private HttpClient? client;

    private SlackApp(WebApplication app, FakeTimeProvider clock, FarEnd farEnd, LogSink log)
    {
        this.app = app;
        Clock = clock;
        Slack = farEnd;
        Log = log;
    }

    public FakeTimeProvider Clock { get; }

    public FarEnd Slack { get; }

    public LogSink Log { get; }

    public HttpClient Client => client ??= app.GetTestClient();

    public List<Turn> Turns { get; } = [];

    public IPlatform Platform => app.Services.GetRequiredService<IPlatform>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<SlackApp> Start(TurnHandler handle, params (string Key, string Value)[] settings) => Start(handle, new FarEnd(), settings);

    public static async Task<SlackApp> Start(TurnHandler handle, FarEnd farEnd, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var log = new LogSink();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = "xoxb-test",
            ["Slack:ApiBaseUrl"] = "http://localhost:9/api/",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(static setting => setting.Key, static string? (setting) => setting.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new Random(1));
        SlackApp? slack = null;
        builder.Services.AddSingleton<TurnHandler>(async (turn, cancellation) =>
        {
            lock (slack!.Turns)
            {
                slack.Turns.Add(turn);
            }

            return await handle(turn, cancellation);
        });
        builder.AddSlack();
        builder.Services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => farEnd);
        var app = builder.Build();
        app.MapSlack();
        app.MapPost("/elsewhere", static () => "elsewhere");
        slack = new SlackApp(app, clock, farEnd, log);
        await app.StartAsync();
        return slack;
    }

    public Task<HttpResponseMessage> Command(params (string Name, string Value)[] fields) => Send("/slack/commands", Form(fields));

    public Task<HttpResponseMessage> Interaction(string payload) => Send("/slack/interactions", Form([("payload", payload)]));

    public async Task<HttpResponseMessage> Event(string json, string? retry = null)
    {
        Client.DefaultRequestHeaders.Remove("X-Slack-Retry-Num");
        if (retry is not null)
        {
            Client.DefaultRequestHeaders.Add("X-Slack-Retry-Num", retry);
        }

        return await Send("/slack/events", Encoding.UTF8.GetBytes(json), "application/json");
    }

    public Task<HttpResponseMessage> Send(string path, byte[] body, string type = "application/x-www-form-urlencoded", TimeSpan shift = default, string secret = Secret)
    {
        var timestamp = (Clock.GetUtcNow() + shift).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Send(path, body, type, timestamp, Signature.Sign(secret, timestamp, body));
    }

    public async Task<HttpResponseMessage> Send(string path, byte[] body, string type, string timestamp, params string[] signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TryAddWithoutValidation(Signature.TimestampHeader, timestamp);
        request.Headers.TryAddWithoutValidation(Signature.Header, signature);
        return await Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Unsigned(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        return await Client.PostAsync(path, content);
    }

    /// <summary>Lets the clock run until the answer is there.</summary>
    public async Task<T> Passing<T>(Task<T> sending)
    {
        while (!sending.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(sending, Task.Delay(1));
        }

        return await sending;
    }

    /// <summary>Waits for the work that goes on after an answer.</summary>
    public Task Settled() => Until(() => !Get<AfterAnswer>().IsBusy);

    public static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(1);
        }
    }

    public static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    public static byte[] Form(IEnumerable<(string Name, string Value)> fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(static field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}")));

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
