using System.Collections.Concurrent;
using System.Globalization;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Processes;

/// <summary>An organisation that runs the host: its Slack on a socket, its folder, its people, and a journal of what the host acknowledged to them.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const int Employees = 40;
    private readonly WebApplication _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-site-").FullName;
    private int _next;
    private Action? _acknowledged;

    private Site(WebApplication server, SlackWorkspace slack, int port)
    {
        (_server, Slack, Port) = (server, slack, port);
        File.WriteAllText(Path.Combine(_folder, "programme.yaml"), World.Programme.Replace("perDay: 20", "perDay: 1000", StringComparison.Ordinal));
        Settings = new()
        {
            ["Slack:SigningSecret"] = slack.Options.SigningSecret,
            ["Slack:BotToken"] = slack.Options.BotToken,
            ["Slack:ApiBaseUrl"] = new Uri(slack.Options.Address, "api/").AbsoluteUri,
            ["Programme:File"] = Path.Combine(_folder, "programme.yaml"),
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            ["PublicBaseUrl"] = $"http://127.0.0.1:{port}/",
            ["Storage:Path"] = Path.Combine(_folder, "introbot.db"),
            ["Shutdown:Delay"] = "00:00:00",
        };
    }

    public SlackWorkspace Slack { get; }

    public int Port { get; }

    public Dictionary<string, string> Settings { get; }

    /// <summary>Numbers of the introductions whose form was acknowledged.</summary>
    public ConcurrentBag<int> Acknowledged { get; } = [];

    public static async Task<Site> Open()
    {
        var port = HostProcess.FreePort();
        var far = HostProcess.FreePort();
        var options = new SlackOptions { Address = new($"http://127.0.0.1:{far}/slack/"), Bot = new($"http://127.0.0.1:{port}/"), Limits = Limits.None, EchoesOwnMessages = false };
        var slack = new SlackWorkspace(options) { Bot = new HttpClient { BaseAddress = options.Bot } };
        for (var i = 0; i < Employees; i++)
        {
            slack.Add(new Person(Employee(i), Demo.Team, $"Employee {i}", $"employee{i}@example.test"));
            slack.Read(world => world.Dm(Employee(i)));
        }

        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add($"http://127.0.0.1:{far}");
        server.MapSlackWorkspace(slack, "/slack");
        await server.StartAsync();
        return new Site(server, slack, port);
    }

    public Task<HostProcess> Host() => HostProcess.Start(Port, Settings);

    /// <summary>Introduces, one after the other, until told to stop; what the host acknowledged goes into the journal. Returns the numbers whose answer never came.</summary>
    public async Task<IReadOnlyList<int>> KeepIntroducing(int employee, CancellationToken until)
    {
        var unanswered = new List<int>();
        var user = Employee(employee);
        while (!until.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _next);
            var opened = await Slack.Command(user, Demo.General, "/introduce", "");
            if (!opened.Ok || Slack.Modal(user) is null)
            {
                await Task.Yield();
                continue;
            }

            var submitted = await Slack.Submit(user, new Dictionary<string, string?>
            {
                ["contact"] = Contact(number),
                ["about"] = $"engineer, case {number.ToString(CultureInfo.InvariantCulture)}.",
                ["route"] = "tech",
                ["agreement"] = "agreed",
                ["address"] = $"contact{number}@example.org",
            });
            if (submitted.Ok && Slack.Modal(user) is null)
            {
                Acknowledged.Add(number);
                _acknowledged?.Invoke();
                continue;
            }

            // A form that stays open says that nobody can tell: an answer, and no acknowledgement.
            unanswered.AddRange(submitted.Ok ? [] : [number]);
            await Slack.Close(user, Slack.Modal(user)?.Id ?? "", whole: true);
        }

        return unanswered;
    }

    /// <summary>A token that is cancelled when this many more introductions were acknowledged, or when the machine is too busy for that.</summary>
    public CancellationTokenSource After(int more)
    {
        var source = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        _acknowledged = () =>
        {
            if (Interlocked.Decrement(ref more) == 0)
            {
                source.Cancel();
            }
        };
        return source;
    }

    /// <summary>Introductions that were acknowledged and are not in the file, which nobody has open.</summary>
    public IReadOnlyList<int> Lost()
    {
        using var connection = new SqliteConnection($"Data Source={Settings["Storage:Path"]};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM rows WHERE key = 'pii'";
        using var reader = command.ExecuteReader();
        var kept = new HashSet<string>();
        while (reader.Read())
        {
            using var body = System.Text.Json.JsonDocument.Parse(reader.GetFieldValue<byte[]>(0));
            kept.Add(body.RootElement.GetProperty("contact").GetString()!);
        }

        return [.. Acknowledged.Where(number => !kept.Contains(Contact(number)))];
    }

    /// <summary>Introductions that were acknowledged and have no card in the channel (yet).</summary>
    public IReadOnlyList<int> WithoutCard()
    {
        var shown = string.Concat(Slack.Messages(Demo.Tech).Select(static message => message.Shown));
        return [.. Acknowledged.Where(number => !shown.Contains($"case {number.ToString(CultureInfo.InvariantCulture)}.", StringComparison.Ordinal))];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Slack.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Employee(int number) => $"U0EMP{number.ToString("D2", CultureInfo.InvariantCulture)}";

    private static string Contact(int number) => $"Contact Number{number.ToString(CultureInfo.InvariantCulture)}";
}
