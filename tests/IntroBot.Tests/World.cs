using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Teams;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests;

/// <summary>The whole bot in memory with its real store in a folder of its own, the small Slack workspace at its far end and, where asked for, the small Teams tenant at another, all on one clock that only <see cref="Until"/> moves.</summary>
internal sealed class World : WebApplicationFactory<Program>
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(20);
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly Dictionary<string, string> _settings;

    public World(string? folder = null, Action<Dictionary<string, string>>? settings = null, SlackWorkspace? slack = null, FakeTimeProvider? clock = null, Action<IServiceCollection>? services = null, TeamsTenant? teams = null)
    {
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("introbot-").FullName;
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Slack = slack ?? new SlackWorkspace(clock: Clock);
        Teams = teams;
        Services_ = services;
        var programme = Path.Combine(_folder, "programme.yaml");
        if (!File.Exists(programme))
        {
            File.WriteAllText(programme, Programme);
        }

        _settings = new()
        {
            ["Slack:SigningSecret"] = Slack.Options.SigningSecret,
            ["Slack:BotToken"] = Slack.Options.BotToken,
            ["Slack:ApiBaseUrl"] = new Uri(Slack.Options.Address, "api/").AbsoluteUri,
            ["Programme:File"] = programme,
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            ["PublicBaseUrl"] = Slack.Options.Bot.AbsoluteUri,
            ["Storage:Path"] = Path.Combine(_folder, "introbot.db"),
            ["Shutdown:Delay"] = "00:00:00",
        };
        foreach (var (key, value) in teams is null ? [] : Far(teams.Options))
        {
            _settings[key] = value;
        }

        settings?.Invoke(_settings);
        Slack.Bot = CreateDefaultClient(Slack.Options.Bot);
        if (teams is not null)
        {
            teams.Bot = CreateDefaultClient(teams.Options.Bot);
        }
    }

    /// <summary>The demo company's programme, as the Playground ships it, on Slack alone.</summary>
    public static string Programme { get; } = Regex.Replace(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml")), @",? +teams: [^}\n]+[^ }\n]\n?", "");

    public FakeTimeProvider Clock { get; }

    public SlackWorkspace Slack { get; }

    /// <summary>The Teams tenant at the other far end, where there is one.</summary>
    public TeamsTenant? Teams { get; }

    public List<string> Logged { get; } = [];

    public IStore Store => Services.GetRequiredService<IStore>();

    private Action<IServiceCollection>? Services_ { get; }

    /// <summary>Types <c>/introduce</c> with a text and sends the form with these fields on top of what it is prefilled with.</summary>
    public async Task<Acted> Introduce(string user = Demo.Emma, string text = "", params (string Field, string Value)[] fields)
    {
        var opened = await Slack.Command(user, Demo.General, "/introduce", text);
        Assert.True(opened.Ok, opened.Why);
        var values = new Dictionary<string, string?> { ["contact"] = "Ada Martin", ["about"] = "backend engineer", ["location"] = "Lyon", ["route"] = "tech", ["agreement"] = "agreed", ["address"] = "ada.martin@example.com", ["note"] = "We shared an office." };
        foreach (var (field, value) in fields)
        {
            values[field] = value;
        }

        return await Slack.Submit(user, values);
    }

    /// <summary>Lets time pass, five times as fast as on the wall, until something holds.</summary>
    public async Task Until(Func<SlackWorkspace, bool> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var passed = TimeSpan.Zero; !holds(Slack);)
        {
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed > s_ceiling)
            {
                var calls = Slack.Calls.TakeLast(12).Select(static call => $"{call.From} {call.What} {call.Ok} {call.Error} {call.Detail}");
                throw new TimeoutException("It did not come about. The last calls were:\n" + string.Join('\n', calls) + "\n" + string.Join('\n', Logged.TakeLast(12)));
            }

            Clock.Advance((elapsed - passed) * 5);
            passed = elapsed;
            await Slack.Changed().WaitAsync(TimeSpan.FromMilliseconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The only card in a channel, as it stands now.</summary>
    public Message Card(string channel = Demo.Tech) => Assert.Single(Slack.Messages(channel), static message => message is { Bot: true, ThreadTs: null });

    /// <summary>Waits for the one card of a channel that says something.</summary>
    public async Task<Message> CardWith(string words, string channel = Demo.Tech)
    {
        await Until(slack => slack.Messages(channel).Any(message => message.Shown.Contains(words, StringComparison.Ordinal)));
        return Slack.Messages(channel).Last(message => message.Shown.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Waits for a private message to somebody that says something.</summary>
    public async Task<Message> Told(string user, string words)
    {
        await Until(slack => slack.Dm(user).Any(message => message.Shown.Contains(words, StringComparison.Ordinal)));
        return Slack.Dm(user).Last(message => message.Shown.Contains(words, StringComparison.Ordinal));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
            services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(made => made.PrimaryHandler = Slack.Handler()));
            foreach (var name in Teams is null ? [] : (string[])["teams", "teams-keys"])
            {
                services.Configure<HttpClientFactoryOptions>(name, options => options.HttpMessageHandlerBuilderActions.Add(made => made.PrimaryHandler = Teams!.Handler()));
            }

            services.AddSingleton<ILoggerProvider>(new Log(Logged));
            Services_?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Far(TeamsOptions teams) => new()
    {
        ["Teams:AppId"] = teams.AppId,
        ["Teams:TenantId"] = teams.TenantId,
        ["Teams:ClientSecret"] = teams.ClientSecret,
        ["Teams:Authority"] = teams.Login.AbsoluteUri,
        ["Teams:OpenIdMetadata"] = new Uri(teams.Address, "v1/.well-known/openidconfiguration").AbsoluteUri,
        ["Teams:ServiceUrls"] = teams.Address.AbsoluteUri,
    };

    private sealed class Log(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
            }
        }
    }
}
