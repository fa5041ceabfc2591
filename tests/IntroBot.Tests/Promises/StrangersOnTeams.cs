using IntroBot.Answering;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 11 on Teams: tenants the programme does not name are 403, guests, anonymous people and strangers of shared channels are answered politely, and nothing comes of what they do;
/// all that is kept is where they can be answered.</summary>
public sealed class StrangersOnTeams(ITestOutputHelper output)
{
    private const int Seed = 11;
    private const string Third = "99999999-2f4e-4c8d-8a57-0e6f3d9c7b21";
    private const string GuestObject = "e0000007-0000-4000-8000-000000000007";
    private static readonly int s_acts = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 1_500;

    private static readonly (Party Who, bool IsForeign)[] s_strangers =
    [
        // Tenants not named, or two at once.
        (new(Maison.Stranger, "e0000008-0000-4000-8000-000000000008", Maison.Elsewhere), true), (new("29:1U0CLARA", "f0000001-0000-4000-8000-000000000001", Third), true), (new("29:1third", null, Third), true),
        (new("29:1U0CLARA", "f0000001-0000-4000-8000-000000000001", Maison.Tenant, Third), true), (new(Maison.Omar, "e0000006-0000-4000-8000-000000000006", Maison.Elsewhere, Maison.Tenant), true),
        // Ours, but guests, anonymous, of another tenant, or nobody any roster knows.
        (new(Maison.Guest, GuestObject), false), (new("29:1UpnGuest", "e0000009-0000-4000-8000-000000000009"), false), (new("29:1anonymous", null), false), (new("29:1Shared", "e0000010-0000-4000-8000-000000000010"), false),
        (new("29:1Nobody", "e0000011-0000-4000-8000-000000000011"), false), (new("28:7c0e3b52-41d9-4f6a-8b3e-90a1d2c4e5f6", null), false),
    ];

    private static readonly string[] s_steps = [.. StepTable.Steps, "introduce", "more", "retry", "dismiss", "programme", "prefs", "more-steps", "cancel", "nonsense"];

    [Fact]
    public async Task Whatever_they_do_they_are_refused_and_nothing_is_written_or_shown()
    {
        var store = new WatchedStore();
        using var slack = Office.Slack();
        using var teams = Office.Teams(slack.Clock);
        Populate(teams);
        var world = Office.Open(store, slack, Office.OnTeamsAlone, teams: teams, isOnSlack: false);
        await teams.InstallInTeam(Maison.Team, Maison.Omar);
        var targets = new List<string>();
        var subjects = new Subjects(world, new TeamsDoor(world).Account);
        foreach (var state in StepTable.States)
        {
            targets.Add((await subjects.In(state)).Value);
        }

        await world.Settle(store);
        var after = world.Services.GetRequiredService<AfterAnswer>();
        var random = new Random(Seed);
        var wire = new TeamsWire(teams);
        var seen = Visible(teams);
        var (forbidden, polite) = (0, 0);
        Forget(teams);
        for (var n = 0; n < s_acts; n++)
        {
            var (who, isForeign) = s_strangers[random.Next(s_strangers.Length)];
            var (rows, calls) = (Rows(store), Calls(teams));
            var (what, answer) = await Act(wire, random, who, targets[random.Next(targets.Count)]);
            var act = $"act {n}, seed {Seed}: {who} {what}";
            await world.Run(() => !after.IsBusy);
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.True(rows == Rows(store), $"{act} wrote {store.Ever[^1]}");
            if (isForeign)
            {
                forbidden++;
                Assert.True(answer.Status == 403 && Calls(teams) == calls, $"{act}: {answer.Status}");
            }
            else
            {
                Assert.True(answer.Status == 200, $"{act}: {answer.Status} {answer.Body}");
                polite += Polite(act, answer) ? 1 : 0;
            }

            Assert.All(teams.Exchanges.Where(static exchange => exchange is { From: "bot", What: "send" or "create" or "reply" }), exchange => Assert.True(Refuses(exchange.Body) || exchange.What == "create", $"{act} caused {exchange}"));
            Forget(teams);
        }

        Assert.Equal(seen, Visible(teams));
        output.WriteLine($"promise 11 on Teams: n = {s_acts} acts of {s_strangers.Length} kinds of strangers, {forbidden} times 403, {polite} polite refusals, 0 rows written but where to answer, 0 posts, seed {Seed}");
        Assert.Equal(Heard.Nothing, TeamsWire.Read(await wire.Execute(new("29:1" + Office.Clara, teams.Member("29:1" + Office.Clara).ObjectId), "claim", targets[0])));
        await world.Stop();
    }

    private static async Task<(string What, Seen Seen)> Act(TeamsWire wire, Random random, Party who, string target)
    {
        var step = s_steps[random.Next(s_steps.Length)];
        return random.Next(8) switch
        {
            0 => ($"presses {step}", await wire.Execute(who, step, target, step is "more" or "retry" ? "intro." + target + "/0000000001" : null, random.Next(2) == 0)),
            1 => ($"opens {step}", await wire.Fetch(who, step, target, random.Next(2) == 0)),
            2 => ($"sends {step}", await wire.Submit(who, step, target, ("to", "general"), ("reason", "later"), ("contact", "Ada Martin"), ("about", "engineer"), ("address", "ada@example.com"))),
            3 => ("introduces", await wire.Submit(who, "introduce", null, ("contact", "Eve Mallory"), ("about", "engineer"), ("route", "tech"), ("agreement", "agreed"), ("address", "eve@example.com"))),
            4 => ("sends prefs", await wire.Submit(who, "prefs", null, ("language", "fr"), ("thanks", "private"))),
            5 => ("extension", await wire.Extension(who, "introduce", random.Next(2) == 0 ? null : "Ada Martin is looking around")),
            6 => ("installs", await wire.Install(who, random.Next(2) == 0 ? "add" : "remove")),
            _ => ("says", await wire.Message(who, new[] { "mine", "help", "Ada Martin, engineer", "doctor" }[random.Next(4)], random.Next(2) == 0)),
        };
    }

    /// <summary>Whether somebody was told that this is not for them; anything else they may not be told.</summary>
    private static bool Polite(string act, Seen seen)
    {
        var heard = TeamsWire.Read(seen);
        Assert.True(heard.Form is null or "" && (heard.Told is null || Refuses(heard.Told)), $"{act} was answered {seen.Body}");
        return heard.Told is not null;
    }

    // What needs no admission: putting an empty form away, opening a list of steps, a question that decides nothing, a search there is not.
    private static bool Refuses(string told) => told.Contains("IntroBot is for members of the organisation. Nothing was changed.", StringComparison.Ordinal)
        || told.Contains("I cannot write to you yet", StringComparison.Ordinal) || told.Contains("Put away.", StringComparison.Ordinal) || told.Contains("answered you in our private chat", StringComparison.Ordinal);

    // What was said to them alone is counted already.
    private static void Forget(TeamsTenant teams) => teams.Change(static state =>
    {
        state.Exchanges.Clear();
        return true;
    });

    // The bot renews its token, and looks at the Connector's keys, whoever comes.
    private static int Calls(TeamsTenant teams) => teams.Exchanges.Count(static exchange => exchange is { From: "bot", What: not ("token" or "metadata" or "keys") });

    private static int Rows(WatchedStore store) => store.Ever.Count(static row => row.Table != Table.Config);

    private static string Visible(TeamsTenant teams) => teams.Read(static state => string.Join('\n', state.Channels.Keys.Where(static channel => channel != Maison.Tech).SelectMany(state.In).Select(static post => $"{post.Thread} {post.Id} {post.AttachmentsJson}")));

    private static void Populate(TeamsTenant teams)
    {
        teams.Add(new Member("29:1UpnGuest", Maison.Tenant, "e0000009-0000-4000-8000-000000000009", "Una Guest", "u0clara@example.test") { Upn = "una_elsewhere.test#EXT#@example.test" }, Maison.Team);
        teams.Add(new Member("29:1Shared", Maison.Elsewhere, "e0000010-0000-4000-8000-000000000010", "Sid Shared", "u0theo@example.test"), Maison.Team);
    }
}
