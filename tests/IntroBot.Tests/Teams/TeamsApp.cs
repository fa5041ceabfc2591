using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Teams;
using IntroBot.Tests.Programmes;
using IntroBot.Tests.Slack;
using IntroBot.Tests.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Teams;

/// <summary>A host that speaks Teams and nothing else: a handler of the test's own, an issuer and a Connector of the test's own, a clock that stands still.</summary>
internal sealed class TeamsApp : IAsyncDisposable
{
    public const string AppId = "c9e8c047-2a34-40a1-b28a-b162d5f5327c";
    public const string Tenant = "3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e";

    public const string Programme = $$"""
        company: Maison Exemple
        organisation: { slack: [T0ACME], teams: [{{Tenant}}] }
        domains: [example.test]
        recruiters: [lea@example.test]
        owners: [omar@example.test]
        kudos: { teams: "{{Samples.Kudos}}" }
        routes:
          - name: tech
            title: { en: Technology, fr: Technologie }
            teams: "{{Samples.Channel}}"
          - name: general
            title: { en: Anything else, fr: Autre }
            slack: C0RECRUIT
        """;

    private readonly WebApplication app;
    private HttpClient? client;

    private TeamsApp(WebApplication app, FakeTimeProvider clock, Issuer issuer, Connector connector, LogSink log, FixedToken token)
    {
        this.app = app;
        Clock = clock;
        Issuer = issuer;
        Connector = connector;
        Log = log;
        Token = token;
    }

    public FakeTimeProvider Clock { get; }

    public Issuer Issuer { get; }

    public Connector Connector { get; }

    public LogSink Log { get; }

    public FixedToken Token { get; }

    public List<Turn> Turns { get; } = [];

    public HttpClient Client => client ??= app.GetTestClient();

    public IPlatform Platform => app.Services.GetRequiredService<IPlatform>();

    public MemoryStore Store => (MemoryStore)app.Services.GetRequiredService<IStore>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<TeamsApp> Start(TurnHandler handle, params (string Key, string Value)[] settings) => Start(handle, new MemoryStore(), settings);

    public static async Task<TeamsApp> Start(TurnHandler handle, IStore store, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        var (clock, log) = (new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)), new LogSink());
        var (issuer, connector, token) = (new Issuer(), new Connector(), new FixedToken(clock));
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:AppId"] = AppId, ["Teams:TenantId"] = Tenant, ["Teams:ClientSecret"] = "s3cret" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(static setting => setting.Key, static string? (setting) => setting.Value));
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(new Random(1)).AddSingleton(store).AddSingleton(Example.Read(Programme));
        builder.Services.AddKeyedSingleton<TokenCredential>("teams", token);
        TeamsApp? teams = null;
        builder.Services.AddSingleton<TurnHandler>(async (turn, cancellation) =>
        {
            lock (teams!.Turns)
            {
                teams.Turns.Add(turn);
            }

            return await handle(turn, cancellation);
        });
        builder.AddTeams();
        builder.Services.AddHttpClient("teams").ConfigurePrimaryHttpMessageHandler(() => connector);
        builder.Services.AddHttpClient("teams-keys").ConfigurePrimaryHttpMessageHandler(() => issuer);
        var app = builder.Build();
        app.MapTeams();
        teams = new TeamsApp(app, clock, issuer, connector, log, token);
        await app.StartAsync();
        return teams;
    }

    /// <summary>Sends an activity as Teams would, well signed.</summary>
    public Task<HttpResponseMessage> Send(JsonNode activity) => Send(activity.ToJsonString(), Issuer.Good(Clock.GetUtcNow(), (string?)activity["serviceUrl"] ?? ""));

    public async Task<HttpResponseMessage> Send(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    /// <summary>An invoke and what it is answered.</summary>
    public async Task<JsonNode> Invoke(JsonNode activity)
    {
        using var answer = await Send(activity);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Waits for what goes on after an answer, letting time pass where it waits.</summary>
    public async Task<T> Eventually<T>(Func<T?> what)
        where T : class
    {
        for (var i = 0; i < 2_000; i++)
        {
            if (what() is { } found)
            {
                return found;
            }

            Clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("it did not happen; the log says: " + Log.Text);
    }

    /// <summary>Runs something that waits on the clock, letting time pass.</summary>
    public async Task<T> Passing<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>A credential that gives a token a time, good for an hour.</summary>
internal sealed class FixedToken(TimeProvider clock) : TokenCredential
{
    private int asked;

    public int Asked => asked;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AccessToken($"token-{Interlocked.Increment(ref asked)}", clock.GetUtcNow().AddHours(1)));
}
