using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IntroBot.Answering;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using IntroBot.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Promises;

/// <summary>
/// Promises 18 and 26 with Teams: who the contact is, what people typed and every secret, sent through a life that begins on Teams and goes on on both platforms, with its errors and at the lowest
/// log level, then looked for wherever it must not be.
/// </summary>
public sealed class NothingPrivateGetsOutOfTeams(ITestOutputHelper output) : IAsyncDisposable
{
    private const string Closing = "closingcanary";
    private const string Thanks = "thankscanary";
    private const string Ines = "29:1" + Office.Ines;
    private const string Clara = "29:1" + Office.Clara;
    private static readonly string[] s_identity = ["firstcanary", "lastcanary", "addresscanary", "notecanary", "correctedcanary"];
    private readonly string _master = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly LogSink _logged = new();
    private readonly WatchedStore _store = new();
    private readonly IntroBot.Playground.Slack.SlackWorkspace _slack = Office.Slack("signingcanary-0123456789", "xoxb-tokencanary");
    private readonly List<(string Who, Seen Seen)> _acts = [];
    private readonly HashSet<string> _tokens = [];
    private TeamsTenant _teams = null!;
    private World _world = null!;
    private TeamsWire _wire = null!;

    [Fact]
    public async Task Canaries_are_found_only_where_they_belong()
    {
        _teams = Office.Teams(_slack.Clock, "clientsecretcanary-0123456789");
        _world = Office.Open(_store, _slack, Office.Everywhere, master: _master, teams: _teams, with: services =>
        {
            services.AddSingleton<ILoggerProvider>(_logged);
            services.Configure<LoggerFilterOptions>(static options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            });
        });
        _wire = new TeamsWire(_teams);
        await _teams.InstallInTeam(Maison.Team, Maison.Omar);
        await _teams.Install(Ines);
        await InPlainChat();
        await InDialogs();
        await TakenAndClosed();
        await Nonsense();

        var (rows, sent, lines) = (Rows(), Sent(), Log());
        Assert.DoesNotContain(_teams.Personal(Ines).Where(static post => post.Bot), post => Has(post.AttachmentsJson ?? "", s_identity));
        foreach (var introduction in _store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }).ToList())
        {
            await Do(Ines, _wire.Execute(new(Ines, _teams.Member(Ines).ObjectId), Steps.Withdraw, introduction.Partition));
        }

        Assert.DoesNotContain(_store.Rows, static row => Has(row.Body, [.. s_identity, Closing, Thanks]));
        output.WriteLine($"promises 18 and 26 with Teams: n = {s_identity.Length + 2 + Secrets().Count} canaries and secrets in {rows} rows, {sent} bodies sent, {lines} log lines, {_acts.Count} acts: 0 where they must not be, 0 in any row once withdrawn");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.Stop();
        _slack.Dispose();
        _teams.Dispose();
        _logged.Dispose();
    }

    private async Task InPlainChat()
    {
        await Do(Ines, _teams.SayInPersonalChat(Ines, "introduce my contact Firstcanary Lastcanary, backend engineer in Lyon, addresscanary@example.com, notecanary she plays chess"));
        var form = _teams.Personal(Ines).Last(static post => post.Bot);
        await Do(Ines, _teams.Press(Ines, form, "introduce", Values(("agreement", null))));
        await Do(Ines, _teams.Press(Ines, _teams.Personal(Ines).Single(post => post.Id == form.Id), "introduce", Values(("agreement", "agreed"))));
        _teams.Mishaps.Next("update", Mishap.Status(503), 1);
        _teams.Mishaps.Next("send", Mishap.LoseAnswer, 1);
        await Do(Ines, _teams.Press(Ines, _teams.Personal(Ines).Single(post => post.Id == form.Id), "introduce", Values(("route", "tech"), ("agreement", "agreed"), ("address", "addresscanary@example.com"), ("about", "backend engineer"), ("location", null), ("relation", null), ("note", "notecanary she plays chess"))));
        await Do(Ines, _teams.MentionInChannel(Ines, Maison.General, "introduce Firstcanary Lastcanary, engineer, addresscanary@example.com"));
        await Do(Ines, _teams.Press(Ines, _teams.Personal(Ines).Last(static post => post.Bot), "cancel"));
        await Do(Ines, _teams.Press(Ines, _teams.Personal(Ines).Where(static post => post.Bot).Last(static post => post.Shown.Contains("INT-", StringComparison.Ordinal)), "correct"));
        await Do(Ines, _teams.SubmitDialog(Ines, Values(("address", "not an address, firstcanary"))));
        await Do(Ines, _teams.SubmitDialog(Ines, Values(("address", "correctedcanary@example.com"))));
    }

    private async Task InDialogs()
    {
        await Do(Ines, _teams.OpenMessageExtension(Ines, "introduce", "message", null, _teams.Change(state =>
        {
            var post = state.NewPost(state.Find(Maison.General)!, Ines, "Firstcanary Lastcanary, addresscanary@example.com, is looking around");
            state.In(Maison.General).Add(post);
            return post;
        })));
        await Do(Ines, _teams.SubmitDialog(Ines, Values(("contact", "Firstcanary Lastcanary"), ("about", "Firstcanary, engineer"), ("agreement", "agreed"), ("address", "addresscanary@example.com"), ("note", null))));
        await Do(Ines, _teams.SubmitDialog(Ines, Values(("about", "data engineer"), ("address", "addresscanary2@example.com"), ("route", "tech"))));
    }

    private async Task TakenAndClosed()
    {
        var card = _teams.Posts(Maison.Tech).First(static post => post is { Bot: true, StartsThread: true });
        Post Now() => _teams.Posts(Maison.Tech).Single(post => post.Id == card.Id);
        await Do(Clara, _wire.Fetch(new(Clara, _teams.Member(Clara).ObjectId), Steps.Claim, Introduction(card), menu: true));
        await Do(Clara, _wire.Submit(new(Clara, _teams.Member(Clara).ObjectId), Steps.Claim, Introduction(card), ("sentence", "Firstcanary is great, thankscanary")));
        _teams.Mishaps.Decide = static (operation, request) => operation == "create" && request.Body.Contains(Thanks, StringComparison.Ordinal) ? Mishap.StatusAfterAccepting(502) : null;
        await Do(Clara, _wire.Submit(new(Clara, _teams.Member(Clara).ObjectId), Steps.Claim, Introduction(card), ("sentence", "You opened a door, thankscanary")));
        _teams.Mishaps.Decide = null;
        await Do(Clara, _teams.Press(Clara, Now(), "contact"));
        await Do("29:1" + Office.Theo, _teams.Press("29:1" + Office.Theo, Now(), "contact"));
        var onSlack = _slack.Messages(Demo.Tech).First(static message => message is { Bot: true, ThreadTs: null });
        await _slack.Press(Office.Clara, onSlack.Channel, onSlack.Ts, "contact");
        await _world.Until(slack => slack.Modal(Office.Clara)?.Json.Contains("canary", StringComparison.Ordinal) == true);
        await Do(Clara, _teams.Press(Clara, Now(), "met"));
        _teams.Mishaps.Next("member", Mishap.Status(503), 8);
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        await Do(Clara, _wire.Execute(new(Clara, _teams.Member(Clara).ObjectId), "met", Introduction(card)));
        await Do(Clara, _teams.Press(Clara, Now(), "not-now"));
        await Do(Clara, _teams.SubmitDialog(Clara, Values(("sentence", "Lastcanary was lovely, closingcanary"))));
        await Do(Clara, _teams.SubmitDialog(Clara, Values(("sentence", "It was a pleasure, closingcanary"))));
        await Do(Clara, _teams.Press(Clara, Now(), "reopen"));
    }

    private async Task Nonsense()
    {
        var token = _teams.Issuer.Token(_teams.Options.ServiceUrl(Maison.Tenant));
        _tokens.Add(token);
        foreach (var body in (string[])["{\"type\":\"Firstcanary\",\"text\":\"addresscanary", "{\"type\":\"firstcanary/lastcanary\",\"serviceUrl\":\"x\"}", "\"notecanary\""])
        {
            await Do(Ines, _teams.SendRaw(System.Text.Encoding.UTF8.GetBytes(body), token));
            await Do(Ines, _teams.SendRaw(System.Text.Encoding.UTF8.GetBytes(body), null));
        }

        await Do(Ines, _wire.Invoke(new(Ines, _teams.Member(Ines).ObjectId), "fileConsent/invoke", new JsonObject { ["data"] = "addresscanary" }));
        await Do(Clara, _wire.Execute(new(Clara, _teams.Member(Clara).ObjectId), "firstcanary", "Firstcanary Lastcanary"));
        await Do(Maison.Guest, _wire.Submit(new(Maison.Guest, _teams.Member(Maison.Guest).ObjectId), "introduce", null, ("contact", "Firstcanary Lastcanary"), ("address", "addresscanary@example.com")));
        await Do(Maison.Stranger, _wire.Message(new(Maison.Stranger, null, Maison.Elsewhere), "introduce Firstcanary Lastcanary, addresscanary@example.com", mention: false));
    }

    private static string Introduction(Post card) => Buttons.Of(card.Card).Select(static action => action["data"]?["introduction"]?.GetValue<string>()).OfType<string>().First();

    private async Task Do(string who, Task<Seen> act)
    {
        _acts.Add((who, await _world.Moving(act)));
        _tokens.UnionWith(_teams.Read(static state => state.Tokens.Keys.ToArray()));
        var after = _world.Services.GetRequiredService<AfterAnswer>();
        await _world.Run(() => !_store.Owes && !after.IsBusy);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    private static Dictionary<string, string?> Values(params (string Field, string? Value)[] values) => values.ToDictionary(static field => field.Field, static field => field.Value);

    private List<string> Secrets() => [_slack.Options.SigningSecret, _slack.Options.BotToken, _teams.Options.ClientSecret, _master, .. _tokens];

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

        Assert.True(Has(string.Concat(_store.Ever.Select(static row => row.Body)), s_identity));
        return _store.Ever.Count;
    }

    /// <summary>What left: identity in the dialogs of who may see it, and in the form that stands for what its author just wrote, until it is sent; sentences where they were meant to go.</summary>
    private int Sent()
    {
        var calls = _teams.Exchanges.Where(static exchange => exchange.From == "bot").ToList();
        foreach (var call in calls.Where(static call => call.What != "token"))
        {
            var own = call.Detail.Contains(_teams.PersonalChat(Ines), StringComparison.Ordinal);
            Assert.False(Has(call.Body, s_identity) && !(own && call.Body.Contains("Input.Text", StringComparison.Ordinal)), call.ToString());
            Assert.False(Has(call.Body, [Closing]) && !own, call.ToString());
            Assert.False(Has(call.Body, [Thanks]) && !call.Body.Contains(Maison.Thanks, StringComparison.Ordinal), call.ToString());
            Assert.False(Has(call.Body, Secrets()), call.ToString());
        }

        var onSlack = _slack.Calls.Where(static call => call.From == "bot").ToList();
        Assert.All(onSlack.Where(static call => call.What is not ("views.open" or "views.update")), call => Assert.False(Has(call.Body, [.. s_identity, Closing, .. Secrets()]), call.ToString()));
        foreach (var (who, seen) in _acts)
        {
            Assert.False(Has(seen.Body, s_identity) && !(who is Ines or Clara && seen.Body.Contains("AdaptiveCard", StringComparison.Ordinal)), $"{who}: {seen.Body}");
            Assert.False(Has(seen.Body, Secrets()), seen.Body);
        }

        return calls.Count + onSlack.Count + _acts.Count;
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
