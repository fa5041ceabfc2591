using System.Security.Cryptography;
using System.Text;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 26: who the contact is, what people typed and every secret, sent through a whole life with its errors at the lowest log level, then looked for wherever it must not be.</summary>
public sealed class NothingPrivateGetsOut(ITestOutputHelper output) : IAsyncDisposable
{
    private const string Closing = "closingcanary";
    private const string Thanks = "thankscanary";
    private static readonly string[] s_identity = ["firstcanary", "lastcanary", "addresscanary", "notecanary", "correctedcanary"];
    private static readonly string[] s_dialogs = ["views.open", "views.update"];
    private readonly string _master = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly LogSink _logged = new();
    private readonly WatchedStore _store = new();
    private readonly SlackWorkspace _slack = Office.Slack("signingcanary-0123456789", "xoxb-tokencanary");
    private readonly List<Acted> _acts = [];
    private readonly HashSet<string> _oneTime = [];
    private FalteringStore _faltering = null!;
    private World _world = null!;

    [Fact]
    public async Task Canaries_are_found_only_where_they_belong()
    {
        _faltering = new FalteringStore(_store);
        _world = Office.Open(_faltering, _slack, master: _master, with: services =>
        {
            services.AddSingleton<ILoggerProvider>(_logged);
            services.Configure<LoggerFilterOptions>(static options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            });
        });
        await IntroduceWithTrouble();
        var id = _store.Rows.First(static row => row is { Table: Table.Intro, Key: "head" }).Partition;
        await TakeItWithTrouble(id);
        await WrittenToTheBot();
        await Nonsense(id);

        var (rows, sent) = (Rows(), Sent());
        var lines = Log();
        await Act(Office.Ines, _slack.Dm(Office.Ines).Last(static message => message.Bot && message.Shown.Contains("INT-", StringComparison.Ordinal)), "withdraw");
        foreach (var other in _store.Rows.Where(static row => row is { Table: Table.Intro, Key: "pii" }).ToList())
        {
            await Noted(new Wire(_slack).Press(new Sender(Office.Ines), "withdraw", other.Partition));
            await _world.Settle(_store);
        }

        Assert.DoesNotContain(_store.Rows, static row => s_identity.Append(Closing).Append(Thanks).Any(canary => row.Body.Contains(canary, StringComparison.OrdinalIgnoreCase)));
        output.WriteLine($"promise 26: n = {s_identity.Length + 2 + Secrets().Count} canaries and secrets in {rows} rows, {sent} bodies sent, {lines} log lines, {_acts.Count} acts: 0 where they must not be, 0 in any row once withdrawn");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.Stop();
        _slack.Dispose();
        _logged.Dispose();
    }

    private async Task IntroduceWithTrouble()
    {
        const string typed = "introduce my contact Firstcanary Lastcanary, backend engineer in Lyon, addresscanary@example.com, notecanary she plays chess";
        _slack.Faults.Next("views.open", Fault.Status(500), 3);
        await Noted(_slack.Command(Office.Ines, Demo.General, "/introduce"));
        await Noted(_slack.Command(Office.Ines, Demo.General, "/introduce", typed));
        await Send(Office.Ines, ("agreement", null));
        await Send(Office.Ines, ("agreement", "agreed"), ("about", "Firstcanary, engineer"), ("relation", "see addresscanary@example.com"));
        var form = _slack.Modal(Office.Ines)!;
        _slack.Faults.Next("views.update", Fault.Status(503), 2);
        await Noted(_slack.ViewAction(Office.Ines, form.Id, "agreement", "agreed"));
        _faltering.Falter(1, 0);
        await Send(Office.Ines, ("about", "backend engineer"), ("relation", null), ("note", "notecanary she plays chess"));
        _faltering.Break(1);
        await Send(Office.Ines, ("address", "addresscanary@example.com"));
        _faltering.Falter(0, 4);
        _slack.Faults.Next("chat.postMessage", Fault.LoseAnswer, 2);
        _slack.Faults.Next("chat.postMessage", Fault.Status(500), 2);
        for (var again = 0; again < 6 && _slack.Modal(Office.Ines) is not null; again++)
        {
            await Send(Office.Ines, ("route", "tech"));
        }
    }

    private async Task TakeItWithTrouble(string id)
    {
        // A card whose answer was lost stands there twice; the last one is the one that is kept up to date.
        var card = _slack.Messages(Demo.Tech).Last(message => message is { Bot: true, ThreadTs: null });
        await Act(Office.Clara, card, "more", $"claim:{id}");
        await Send(Office.Clara, ("sentence", "A 50 € gift card for Firstcanary, thankscanary"));
        await Send(Office.Clara, ("sentence", "Firstcanary is great, thankscanary"));
        _slack.Faults.Next("chat.update", Fault.Status(500));
        _slack.Faults.Decide = static (method, request) => method == "chat.postMessage" && request.Body.Contains(Thanks, StringComparison.Ordinal) ? Fault.StatusAfterAccepting(502) : null;
        await Send(Office.Clara, ("sentence", "You opened a door, thankscanary"));
        _slack.Faults.Decide = null;
        await Act(Demo.Omar, null, "/intros doctor");
        _slack.Faults.Next("users.info", Fault.Status(500), 4);
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        await Act(Office.Clara, card, "met");
        _slack.Faults.Next("views.update", Fault.LoseAnswer, 4);
        await Open(Office.Clara, card, "contact", "addresscanary");
        await Act(Office.Theo, card, "contact");
        await Open(Office.Clara, card, "contact", "addresscanary");
        await Open(Office.Ines, _slack.Dm(Office.Ines)[0], "correct", "addresscanary");
        await Send(Office.Ines, ("address", "not an address, firstcanary"));
        await Send(Office.Ines, ("address", "correctedcanary@example.com"));
        await Act(Office.Clara, card, "met");
        await Act(Office.Clara, card, "not-now");
        await Send(Office.Clara, ("sentence", "Lastcanary was lovely, closingcanary"));
        _slack.Faults.Decide = static (method, request) => method == "chat.postMessage" && request.Body.Contains(Office.Ines, StringComparison.Ordinal) ? Fault.Error("messages_tab_disabled") : null;
        await Send(Office.Clara, ("sentence", "It was a pleasure, closingcanary"));
        _slack.Faults.Decide = null;
        await Act(Office.Clara, card, "reopen");
        await Act(Office.Clara, card, "not-now");
        await Send(Office.Clara, ("sentence", "Another time, closingcanary"));
        _slack.Faults.Next("chat.update", Fault.Error("cant_update_message"));
        await Act(Office.Clara, card, "reopen");
    }

    private async Task WrittenToTheBot()
    {
        var dm = _slack.Read(static world => world.Dm(Office.Ines).Id);
        await Noted(_slack.Say(Office.Ines, dm, "introduce Firstcanary Lastcanary, engineer, addresscanary@example.com"));
        await Act(Office.Ines, _slack.Dm(Office.Ines)[^1], "introduce");
        await Send(Office.Ines, ("agreement", "agreed"), ("route", "general"));
        await _world.Until(slack => slack.Dm(Office.Ines).Where(static message => message.Bot).All(static message => !Has(message.Shown + message.BlocksJson, s_identity)));
    }

    private async Task Nonsense(string id)
    {
        await Noted(_slack.Send("slack/interactions", Encoding.UTF8.GetBytes("payload=%7B%22type%22%3A%22block_actions%22%2C%22firstcanary%22%3A%22addresscanary")));
        await Noted(_slack.Send("slack/interactions", Encoding.UTF8.GetBytes("payload=%22notecanary%22")));
        await Noted(_slack.Send("slack/events", Encoding.UTF8.GetBytes("""{"type":"event_callback","event":{"type":"Firstcanary Lastcanary"}}""")));
        await Noted(_slack.Send("slack/commands", Encoding.UTF8.GetBytes("text=firstcanary&command=addresscanary")));
        await Noted(_slack.Send("slack/commands", Encoding.UTF8.GetBytes("text=firstcanary"), sign: false));
        var wire = new Wire(_slack);
        await Noted(wire.Press(new Sender(Office.Clara), "firstcanary", id));
        await Noted(wire.Press(new Sender(Office.Clara), "claim", "Firstcanary Lastcanary"));
        await Noted(wire.Submit(new Sender(Office.Clara), "pass", id, ("to", "firstcanary")));
        await Noted(wire.Submit(new Sender(Office.Clara), "not-now", id, ("reason", "firstcanary"), ("sentence", "notecanary")));
        await Noted(wire.Submit(new Sender(Demo.Guest), "introduce", null, ("contact", "Firstcanary Lastcanary"), ("address", "addresscanary@example.com")));
        await Noted(wire.Command(new Sender("U0OTHER", "T0OTHER"), "/introduce", "Firstcanary Lastcanary, addresscanary@example.com"));
    }

    private async Task Act(string user, Message? message, string step, string? option = null)
    {
        Note();
        var seen = message is null ? null : _slack.Read(world => world.In(message.Channel).Find(now => now.Ts == message.Ts));
        await Noted(seen is null ? _slack.Command(user, Demo.General, step.Split(' ')[0], step.Split(' ')[1]) : _slack.Press(user, seen, step, option));
        await _world.Settle(_store);
    }

    /// <summary>Opens a dialog that fills itself, and waits until it has.</summary>
    private async Task Open(string user, Message message, string step, string shows)
    {
        Note();
        await Noted(_slack.Press(user, message.Channel, message.Ts, step));
        await _world.Until(slack => slack.Modal(user)?.Json.Contains(shows, StringComparison.Ordinal) == true);
        await _world.Settle(_store);
    }

    private async Task Send(string user, params (string Field, string? Value)[] fields)
    {
        Note();
        var acted = await Noted(_slack.Submit(user, fields.ToDictionary(static field => field.Field, static field => field.Value)));
        Assert.True(acted.Status is 200 or null, acted.Why);
        await _world.Settle(_store);
    }

    private async Task<Acted> Noted(Task<Acted> act)
    {
        _acts.Add(await _world.Moving(act));
        return _acts[^1];
    }

    private void Note() => _slack.Read(world => _oneTime.Union([.. world.Triggers.Keys, .. world.ResponseUrls.Keys]).ToArray()).ToList().ForEach(id => _oneTime.Add(id));

    private List<string> Secrets() => [_slack.Options.SigningSecret, _slack.Options.BotToken, _master, .. _oneTime];

    private int Rows()
    {
        foreach (var row in _store.Ever)
        {
            var where = $"{row.Table} {row.Partition} {row.Key}: {row.Body}";
            Assert.False(Has(row.Partition + row.Key, [.. s_identity, Closing, Thanks, .. Secrets()]), $"a key: {where}");
            Assert.False(row.Key != IntroductionRows.Details && Has(row.Body, s_identity), where);
            Assert.False(!row.Key.StartsWith("t|", StringComparison.Ordinal) && Has(row.Body, [Closing, Thanks]), where);
            Assert.False(Has(row.Body, Secrets()), where);
        }

        Assert.True(Has(string.Concat(_store.Ever.Select(static row => row.Body)), s_identity) && Has(string.Concat(_store.Ever.Select(static row => row.Body)), [Thanks]));
        return _store.Ever.Count;
    }

    /// <summary>What left for Slack: identity in dialogs alone, and in the quote of what its author had just written to the bot; sentences where they were meant to go.</summary>
    private int Sent()
    {
        var calls = _slack.Calls.Where(static call => call.From == "bot").ToList();
        foreach (var call in calls)
        {
            var quote = call.What == "chat.postMessage" && call.Body.Contains("\"channel\":\"U0INES\"", StringComparison.Ordinal) && call.Body.Contains("Here is what you wrote.", StringComparison.Ordinal);
            Assert.False(!s_dialogs.Contains(call.What) && !quote && Has(call.Body, s_identity), call.ToString());
            Assert.False(Has(call.Body, [Closing]) && !(call.What == "chat.postMessage" && call.Body.Contains("\"channel\":\"U0INES\"", StringComparison.Ordinal)), call.ToString());
            Assert.False(Has(call.Body, [Thanks]) && !(call.What == "chat.postMessage" && call.Body.Contains("\"channel\":\"C0KUDOS\"", StringComparison.Ordinal)), call.ToString());
            Assert.False(Has(call.Body, [_slack.Options.SigningSecret, _slack.Options.BotToken, _master]), call.ToString());
        }

        Assert.All(_acts.Where(static act => act.Body.Length > 0), act => Assert.False(Has(act.Body, [.. s_identity, Closing, Thanks, .. Secrets()]), act.Body));
        return calls.Count + _acts.Count;
    }

    private int Log()
    {
        var lines = _logged.Text.Split('\n');
        Assert.Contains(lines, static line => line.StartsWith("Debug", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.False(Has(line, [.. s_identity, Closing, Thanks, .. Secrets()]), line));
        return lines.Length;
    }

    private static bool Has(string text, IEnumerable<string> canaries) => canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));
}
