using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace IntroBot.Benchmarks;

/// <summary>Processor time per request against a plain endpoint, interleaved with it; the time to a form; cold start and memory.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private const int Rounds = 7;
    private const int Requests = 10_000;
    private const int AtOnce = 16;
    private const int Channels = 20;

    // The host that ships, as ./build publish makes it.
    private static readonly string Published = Environment.GetEnvironmentVariable("BENCH_HOST") ?? Path.GetFullPath("../../../publish/IntroBot.Host", AppContext.BaseDirectory);
    private static readonly string s_folder = Directory.CreateTempSubdirectory("introbot-bench-").FullName;
    private readonly WebApplication _far;
    private readonly Server _plain;
    private readonly Server _bot;
    private readonly Tokens _tokens;
    private readonly string _token;
    private int _sent;

    private Bench(WebApplication far, Server plain, Server bot, Tokens tokens) => (_far, _plain, _bot, _tokens, _token) = (far, plain, bot, tokens, tokens.Token());

    public static async Task<Bench> Open()
    {
        const string far = "http://127.0.0.1:5391";
        var tokens = new Tokens(far + "/connector/");
        var server = await FarEnd.Serve(far, tokens);
        var plain = await Server.Start("0", 5392, ["IntroBot.Benchmarks.dll", "plain", "http://127.0.0.1:5392"]);
        var bot = await Server.Start("0", 5393, [Path.Combine(Published, "IntroBot.Host.dll"), "--urls", "http://127.0.0.1:5393"], await Settings(far));
        return new Bench(server, plain, bot, tokens);
    }

    /// <summary>The rows "a command answered from memory", "/introduce" and "Teams invoke with JWT checked"; <paramref name="only"/> those whose name has it.</summary>
    public async Task Ratios(string only)
    {
        (string Name, Func<Task<HttpResponseMessage>> Send, double Most)[] rows =
        [
            ("/intros help", Help, 2), ("/introduce, form opened", Introduce, 5), ("Teams invoke, JWT checked", Teams, 4),
        ];
        rows = [.. rows.Where(row => row.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
        await Spend(_plain, Plainly, Requests * 2);
        foreach (var row in rows)
        {
            await Spend(_bot, row.Send, Requests * 2);
        }

        var measured = rows.ToDictionary(static row => row.Name, static _ => new List<(double Own, double Plain)>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var row in rows)
            {
                var plain = await Spend(_plain, Plainly, Requests);
                measured[row.Name].Add((await Spend(_bot, row.Send, Requests), plain));
            }
        }

        Say($"processor time per request, {Rounds} rounds of {Requests} requests, {AtOnce} at once, interleaved");
        foreach (var row in rows)
        {
            var all = measured[row.Name].OrderBy(static one => one.Own / one.Plain).ToList();
            var middle = all[all.Count / 2];
            Say($"  {row.Name,-28} {middle.Own / middle.Plain,5:0.00} x plain (aim {row.Most} x); {all[0].Own / all[0].Plain:0.00} to {all[^1].Own / all[^1].Plain:0.00}; {middle.Own:0} us against {middle.Plain:0} us");
        }
    }

    /// <summary>From a command's arrival to the request for its form, at 200 a second.</summary>
    public async Task Form()
    {
        var sent = new List<(string Trigger, long At)>();
        await Paced(4_000, 200, () =>
        {
            var trigger = NewTrigger();
            sent.Add((trigger, Stopwatch.GetTimestamp()));
            return Introduce(trigger);
        });
        Say("form requested after a command", sent.Select(static one => Stopwatch.GetElapsedTime(one.At, FarEnd.Forms[one.Trigger]).TotalMilliseconds), most: 20);
    }

    /// <summary>The row "a submitted form": acknowledged and durable, at once and at 200 a second.</summary>
    public async Task Submitted()
    {
        await Spend(_bot, Submit, 1_000);
        var plain = await Spend(_plain, Plainly, Requests);
        var own = await Spend(_bot, Submit, 2_000);
        Say($"submitted form, acknowledged, with what follows meanwhile: {own / plain:0.0} x plain (aim 20); {own:0} us against {plain:0} us");
        Say("submitted form acknowledged", await Paced(2_000, 200, Submit), most: 50);
    }

    /// <summary>The same with all that follows (card, confirmation, Home), slower than the rate at which Slack lets a workspace be posted to, once the host has warmed to it;
    /// what it spends idle is taken off.</summary>
    public async Task Followed()
    {
        const int count = 200;
        await Paced(300, 20, Submit);
        await Drained();
        var plain = await Spend(_plain, Plainly, Requests);
        var (spent, calls, watch) = (_bot.Spent, FarEnd.Calls, Stopwatch.StartNew());
        await Paced(count, 2, Submit);
        await Drained();
        calls = FarEnd.Calls - calls;
        var (busy, took) = (_bot.Spent - spent, watch.Elapsed);
        spent = _bot.Spent;
        await Task.Delay(took);
        var idle = _bot.Spent - spent;
        var own = (busy - idle).TotalMicroseconds / count;
        Say($"submitted form with all that follows, {count} at 2/s, {(double)calls / count:0.0} calls each: {own / plain:0.0} x plain (aim 60); {own:0} us against {plain:0} us; idle {idle.TotalMilliseconds / took.TotalSeconds:0.0} ms a second");
    }

    /// <summary>Until nothing was called for three seconds.</summary>
    private static async Task Drained()
    {
        for (var before = -1; before != FarEnd.Calls;)
        {
            before = FarEnd.Calls;
            await Task.Delay(TimeSpan.FromSeconds(3));
        }
    }

    /// <summary>Cold start, and resident memory after a number of introductions.</summary>
    public async Task Memory(int introductions)
    {
        Say($"cold start to ready on one core: {_bot.ColdStart.TotalSeconds:0.00} s (aim 1.5)");
        for (var done = 0; done < introductions; done += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, introductions - done)).Select(_ => Sent(Submit())));
        }

        Say($"resident after {introductions} introductions: {_bot.Resident / 1e6:0} MB (aim 200 after 100,000)");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _plain.DisposeAsync();
        await _far.DisposeAsync();
        _tokens.Dispose();
        Directory.Delete(s_folder, recursive: true);
    }

    private static async Task<Dictionary<string, string>> Settings(string far)
    {
        var programme = Path.Combine(s_folder, "programme.yaml");
        await File.WriteAllTextAsync(programme, $$"""
            company: Benchmark
            organisation: { slack: [T0ACME], teams: [{{Tokens.Tenant}}] }
            domains: [example.test]
            recruiters: [lea@example.test]
            owners: [omar@example.test]
            kudos: { slack: C0KUDOS }
            limits: { perDay: 1000 }
            routes:
              - name: tech
                title: { en: Technology, fr: Technologie }
                takes: [engineer, developer, data]
                slack: C0TECH
              - name: general
                title: { en: Anything else, fr: Autre }
                slack: C0RECRUIT
            """ + string.Concat(Enumerable.Range(0, Channels).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""

              - name: team{{i}}
                title: { en: A team, fr: Une équipe }
                slack: C0TEAM{{i}}
            """))));
        return new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Programme:File"] = programme,
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            ["PublicBaseUrl"] = "http://127.0.0.1:5393/",
            ["Storage:Path"] = Path.Combine(s_folder, "introbot.db"),
            ["Slack:SigningSecret"] = Signed.Secret,
            ["Slack:BotToken"] = "xoxb-benchmark",
            ["Slack:ApiBaseUrl"] = far + "/api/",
            ["Teams:AppId"] = Tokens.App,
            ["Teams:TenantId"] = Tokens.Tenant,
            ["Teams:ClientSecret"] = "benchmark",
            ["Teams:Authority"] = far + "/login/",
            ["Teams:OpenIdMetadata"] = far + "/keys/openid",
            ["Teams:ServiceUrls:0"] = far,
        };
    }

    /// <summary>Processor time of a server per request, in microseconds.</summary>
    private static async Task<double> Spend(Server server, Func<Task<HttpResponseMessage>> send, int requests)
    {
        var before = server.Spent;
        var left = requests;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await Sent(send());
            }
        }));
        return (server.Spent - before).TotalMicroseconds / requests;
    }

    /// <summary>Sends at a pace, whatever the answers take; how long each took, in milliseconds.</summary>
    private static async Task<IEnumerable<double>> Paced(int count, double perSecond, Func<Task<HttpResponseMessage>> send)
    {
        var watch = Stopwatch.StartNew();
        var all = new List<Task<double>>();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            all.Add(Timed(send()));
        }

        return await Task.WhenAll(all);
    }

    private static async Task<double> Timed(Task<HttpResponseMessage> request)
    {
        var at = Stopwatch.GetTimestamp();
        await Sent(request);
        return Stopwatch.GetElapsedTime(at).TotalMilliseconds;
    }

    private static async Task Sent(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        answer.EnsureSuccessStatusCode();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string what, IEnumerable<double> took, int most)
    {
        var all = took.Order().ToList();
        Say($"{what}, {all.Count} at 200/s: p50 {all[all.Count / 2]:0.0} ms, p99 {all[all.Count * 99 / 100]:0.0} ms (aim {most}), most {all[^1]:0.0} ms");
    }

    private static string Command(string command, string text, string trigger, string user) => Signed.Form(
        ("team_id", "T0ACME"), ("team_domain", "acme"), ("channel_id", "C0GENERAL"), ("channel_name", "general"), ("user_id", user), ("user_name", "emma"),
        ("command", command), ("text", text), ("response_url", "https://hooks.slack.com/commands/T0ACME/1/x"), ("trigger_id", trigger), ("api_app_id", "A0INTRO"), ("is_enterprise_install", "false"));

    private static async Task<HttpResponseMessage> Post(Server server, string path, string body)
    {
        using var request = Signed.Post(path, body);
        return await server.Http.SendAsync(request);
    }

    private string NewTrigger() => "1." + Interlocked.Increment(ref _sent).ToString(CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> Plainly() => Post(_plain, "slack/commands", Command("/intros", "help", NewTrigger(), "U0EMMA"));

    private Task<HttpResponseMessage> Help() => Post(_bot, "slack/commands", Command("/intros", "help", NewTrigger(), "U0EMMA"));

    private Task<HttpResponseMessage> Introduce() => Introduce(NewTrigger());

    private Task<HttpResponseMessage> Introduce(string trigger) =>
        Post(_bot, "slack/commands", Command("/introduce", "my contact Ada Martin, backend engineer in Lyon, to recruiting", trigger, "U0EMMA"));

    private async Task<HttpResponseMessage> Teams()
    {
        using var request = _tokens.Fetch(NewTrigger(), _token);
        return await _bot.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> Submit()
    {
        var number = Interlocked.Increment(ref _sent);
        static JsonObject Input(string field, JsonObject state) => new() { [field] = state };
        static JsonObject Text(string field, string value) => Input(field, new() { ["type"] = "plain_text_input", ["value"] = value });
        static JsonObject Option(string field, string value) => Input(field, new() { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = value } });
        var values = new JsonObject
        {
            ["contact"] = Text("contact", $"Ada {number}"),
            ["about"] = Text("about", "engineer"),
            ["address"] = Text("address", $"ada{number}@example.com"),
            ["route"] = Option("route", string.Create(CultureInfo.InvariantCulture, $"team{number % Channels}")),
            ["agreement"] = Option("agreement", "agreed"),
        };
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T0ACME" },
            ["user"] = new JsonObject { ["id"] = $"U0E{number % 500}", ["team_id"] = "T0ACME" },
            ["trigger_id"] = NewTrigger(),
            ["view"] = new JsonObject { ["id"] = $"V{number}", ["type"] = "modal", ["callback_id"] = "introduce", ["private_metadata"] = "", ["state"] = new JsonObject { ["values"] = values } },
        };
        return Post(_bot, "slack/interactions", Signed.Form(("payload", payload.ToJsonString())));
    }
}
