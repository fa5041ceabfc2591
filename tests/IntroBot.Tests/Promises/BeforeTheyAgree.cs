using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using IntroBot.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageWire = IntroBot.Tests.Contact.Wire;

namespace IntroBot.Tests.Promises;

/// <summary>
/// Promise 18 for introductions that wait for the contact's own answer, begun on either platform, because the introducer chose "not yet" or because the programme says <c>agreement: page</c>: until the contact agreed, nothing
/// about them leaves for anybody but the introducer, and nothing is kept but the introducer's label and what the person does; from then on who they are opens in the dialog of who may see it, and stands nowhere else.
/// </summary>
public sealed partial class BeforeTheyAgree(ITestOutputHelper output) : IAsyncDisposable
{
    private const string Label = "labelcanary";
    private static readonly string[] s_dropped = ["droppedaddresscanary", "droppednotecanary"];
    private static readonly string[] s_shown = ["aboutcanary", "placecanary", "relationcanary"];
    private static readonly string[] s_given = ["givennamecanary", "givenaddresscanary", "givennotecanary"];
    private static readonly string[] s_others = [Office.Clara, Office.Theo, Office.Fay, Demo.Omar, Office.Lou];
    private static readonly string[] s_mayOpen = [Office.Clara, Office.Fay, Demo.Omar];
    private static readonly string[] s_steps = [Steps.Claim, Steps.Contact, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow, Steps.Pass, Steps.TakeOver, Steps.AskIntroducer, Steps.Reopen, Steps.Withdraw, Steps.Correct, Steps.Resend, Steps.Remind, Steps.Follow];

    private readonly LogSink _logged = new();
    private readonly MeterListener _meters = new();
    private readonly HashSet<string> _measured = [];
    private readonly WatchedStore _store = new();
    private readonly SlackWorkspace _slack = Office.Slack();
    private readonly List<(string Actor, string What, string Body)> _seen = [];
    private (int Slack, int Teams) _told;
    private TeamsTenant _teams = null!;
    private World _world = null!;
    private Wire _onSlack = null!;
    private TeamsWire _onTeams = null!;

    [Theory]
    [InlineData(PlatformKind.Slack, "not-yet")]
    [InlineData(PlatformKind.Slack, "agreed")]
    [InlineData(PlatformKind.Teams, "not-yet")]
    [InlineData(PlatformKind.Teams, "agreed")]
    public async Task Nothing_leaves_for_anybody_and_afterwards_who_they_are_opens_in_dialogs_alone(PlatformKind where, string agreement)
    {
        await Open(agreement == "agreed" ? Office.Everywhere.Replace("zone: Europe/Paris", "zone: Europe/Paris\nagreement: page", StringComparison.Ordinal) : Office.Everywhere);
        await Introduce(where, agreement);
        var id = _store.Rows.Single(static row => row is { Table: Table.Intro, Key: "head" }).Partition;
        var link = Link(where);
        await EverybodyTries(id);
        _world.Clock.Advance(TimeSpan.FromDays(8));
        await Do("the clock", static () => Task.FromResult(""));
        var waiting = Waiting();

        var own = await Agree(link);
        await EverybodyTries(id, Steps.Contact);
        await Do(Office.Clara, async () => (await _onSlack.Press(new Sender(Office.Clara), Steps.Claim, id)).Body);
        await EverybodyTries(id, Steps.Contact, Steps.Correct);
        var agreed = Agreed(link, own);

        output.WriteLine($"promise 18, {where}, {(agreement == "agreed" ? "agreement: page" : "not yet")}: n = {waiting} bodies while it waited, {agreed} in all, {_store.Ever.Count} rows, {_logged.Text.Split('\n').Length} log lines, {_measured.Count} kinds of measurements: 0 where they must not be; no randomness");
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await _world.Stop();
        _slack.Dispose();
        _teams.Dispose();
        _logged.Dispose();
    }

    private async Task Open(string programme)
    {
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.Start();
        _teams = Office.Teams(_slack.Clock);
        _world = Office.Open(_store, _slack, programme, teams: _teams, with: services =>
        {
            services.AddSingleton<ILoggerProvider>(_logged);
            services.Configure<LoggerFilterOptions>(static options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            });
        });
        (_onSlack, _onTeams) = (new Wire(_slack), new TeamsWire(_teams));
        await _teams.InstallInTeam(Maison.Team, Maison.Omar);
        await _teams.Install(Office.OnTeams(Office.Ines));
        await Do("nobody", static () => Task.FromResult(""));
        _seen.Clear();
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}";
        lock (_measured)
        {
            _measured.Add(said);
        }
    }

    private async Task Introduce(PlatformKind where, string agreement)
    {
        (string, string)[] typed =
        [
            ("contact", "Labelcanary"), ("about", "aboutcanary engineer"), ("location", "placecanary"), ("relation", "relationcanary"), ("route", "tech"), ("agreement", agreement), ("address", "droppedaddresscanary@example.com"), ("note", "droppednotecanary"),
        ];
        await Do(Office.Ines, async () => (where == PlatformKind.Slack ? await _onSlack.Submit(new Sender(Office.Ines), Steps.Introduce, null, typed) is var acted ? acted.Body : "" : (await _onTeams.Submit(Party(Office.Ines), Steps.Introduce, null, typed)).Body));
    }

    private string Link(PlatformKind where) => Links().Match(where == PlatformKind.Slack
        ? _slack.Dm(Office.Ines).Last(static message => Links().IsMatch(message.Shown)).Shown
        : _teams.Personal(Office.OnTeams(Office.Ines)).Last(static post => Links().IsMatch(post.Shown)).Shown).Groups[1].Value;

    /// <summary>Everybody else presses everything on both platforms and asks for every list; who introduced looks at their own.</summary>
    private async Task EverybodyTries(string id, params string[] steps)
    {
        foreach (var who in s_others)
        {
            foreach (var step in steps.Length > 0 ? steps : s_steps)
            {
                await Do(who, async () => (await _onSlack.Press(new Sender(who), step, id)).Body);
                await Do(who, async () => (await (step is Steps.Contact or Steps.Correct or Steps.Hired or Steps.NotNow or Steps.Pass ? _onTeams.Fetch(Party(who), step, id) : _onTeams.Execute(Party(who), step, id))).Body);
            }

            foreach (var list in (string[])["queue", "mine", "doctor", "programme"])
            {
                await Do(who, async () => (await _onSlack.Command(new Sender(who), "/intros", list)).Body);
                await Do(who, async () => (await _onTeams.Message(Party(who), list, mention: true)).Body);
            }
        }

        await Do(Office.Ines, async () => (await _onSlack.Command(new Sender(Office.Ines), "/intros", "mine")).Body);
        await Do(Office.Ines, async () => (await _onTeams.Message(Party(Office.Ines), "mine", mention: false)).Body);
    }

    private async Task<string> Agree(string link)
    {
        using var http = _world.CreateDefaultClient(_slack.Options.Bot);
        using var wire = new PageWire(http);
        var page = await wire.Read($"c/{link}");
        Assert.Contains("aboutcanary", page, StringComparison.Ordinal);
        var own = "";
        await Do("the contact", async () =>
        {
            var answer = await wire.Press($"c/{link}", page, Steps.Agree, ("contact", "Givennamecanary Smith"), ("about", "plainly an engineer"), ("location", "Lyon"), ("relation", "school"), ("address", "givenaddresscanary@example.com"), ("note", "givennotecanary"));
            own = Links().Match(answer.Page).Groups[1].Value;
            return "";
        });
        Assert.Equal(43, own.Length);
        return own;
    }

    /// <summary>Carries an act out, waits for all that follows, and notes every body that left meanwhile.</summary>
    private async Task Do(string actor, Func<Task<string>> act)
    {
        var body = await _world.Moving(act());
        var after = _world.Services.GetRequiredService<AfterAnswer>();
        await _world.Run(() => !_store.Owes && !after.IsBusy);
        _seen.Add((actor, "answer", body));
        var (slack, teams) = (_slack.Calls, _teams.Exchanges);
        _seen.AddRange(slack.Skip(_told.Slack).Where(static call => call.From == "bot").Select(call => (actor, $"slack {call.What}", call.Body)));
        _seen.AddRange(teams.Skip(_told.Teams).Where(static call => call.From == "bot").Select(call => (actor, $"teams {call.What} {call.Detail}", call.Body)));
        _told = (slack.Count, teams.Count);
    }

    private Party Party(string user) => new(Office.OnTeams(user), _teams.Member(Office.OnTeams(user)).ObjectId);

    private int Waiting()
    {
        foreach (var (actor, what, body) in _seen)
        {
            Assert.False(Has(body, [Label, .. s_dropped]), $"{actor}: {what}: {body}");
            Assert.False(Has(body, s_shown) && !IsForInes(actor, what, body), $"{actor}: {what}: {body}");
        }

        Assert.All(_store.Ever, static row => Assert.False(Has(row.Body + row.Key + row.Partition, s_dropped) || (Has(row.Body, [Label]) && row.Key != IntroductionRows.Details), $"{row.Table} {row.Key}: {row.Body}"));
        Assert.Contains(_store.Rows, static row => row.Key == IntroductionRows.Details && Has(row.Body, [Label]));
        Assert.DoesNotContain(_store.Rows, static row => row.Table == Table.Contact || row.Key.StartsWith("t|", StringComparison.Ordinal));
        Assert.DoesNotContain(_slack.Messages(Demo.Tech), static message => message.Bot && message.Shown.Contains("INT-", StringComparison.Ordinal));
        Assert.DoesNotContain(_teams.Posts(Maison.Tech), static post => post.Bot && post.Shown.Contains("INT-", StringComparison.Ordinal));
        Assert.Contains(_store.Rows, static row => Has(row.Body, s_shown));
        return _seen.Count;
    }

    private int Agreed(string link, string own)
    {
        var opened = new HashSet<string>();
        foreach (var (actor, what, body) in _seen)
        {
            var isDialog = s_mayOpen.Contains(actor) && (what is "slack views.open" or "slack views.update" || (what == "answer" && body.Contains("AdaptiveCard", StringComparison.Ordinal)));
            Assert.False(Has(body, s_given) && !isDialog, $"{actor}: {what}: {body}");
            Assert.False(Has(body, [Label, own, .. s_dropped]), $"{actor}: {what}: {body}");
            Assert.False(Has(body, [link]) && !IsForInes(actor, what, body), $"{actor}: {what}: {body}");
            _ = Has(body, s_given) && opened.Add($"{actor} {what.Split(' ')[0]}");
        }

        Assert.Equal(s_mayOpen.SelectMany(static who => new[] { $"{who} answer", $"{who} slack" }).Order(StringComparer.Ordinal), opened.Order(StringComparer.Ordinal));
        Assert.All(_store.Ever, row => Assert.False((Has(row.Body, s_given) && row.Key != IntroductionRows.Details) || Has(row.Body + row.Key + row.Partition, [link, own, .. s_dropped]) || Has(row.Key + row.Partition, s_given), $"{row.Table} {row.Key}: {row.Body}"));
        Assert.All(_logged.Text.Split('\n'), line => Assert.False(Has(line, [Label, link, own, .. s_dropped, .. s_shown, .. s_given]), line));
        lock (_measured)
        {
            Assert.NotEmpty(_measured);
            Assert.All(_measured, said => Assert.False(Has(said, [Label, link, own, .. s_dropped, .. s_shown, .. s_given]), said));
        }

        return _seen.Count;
    }

    /// <summary>What the introducer alone reads: the answer to them, or their private chat.</summary>
    private bool IsForInes(string actor, string what, string body) =>
        (actor == Office.Ines && what is "answer" or "slack views.open" or "slack views.update" or "slack response_url") || (what == "slack chat.postMessage" && body.Contains($"\"channel\":\"{Office.Ines}\"", StringComparison.Ordinal))
        || what.Contains(_teams.PersonalChat(Office.OnTeams(Office.Ines)), StringComparison.Ordinal);

    private static bool Has(string text, IEnumerable<string> canaries) => canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("/c/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")]
    private static partial Regex Links();
}
