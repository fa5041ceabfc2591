using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Ledger;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;
using IntroBot.Recognition;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Recognition;

/// <summary>Promise 5 on Teams: when the Connector's answers to threads in the thanks channel get lost, no thread is started twice, and every one whose fate is unclear waits for an owner's look.</summary>
public sealed class KudosOnceOnTeams(ITestOutputHelper output)
{
    private const int Seed = 5;
    private static readonly int s_employees = Environment.GetEnvironmentVariable("PROVE") == "1" ? 1_000 : 60;

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.40)]
    public async Task Answers_lost(double rate)
    {
        var random = new Random(Seed);
        using var slack = Office.Slack();
        using var teams = Office.Teams(slack.Clock);
        var employees = Employees(teams);
        var store = new WatchedStore();
        var world = Office.Open(store, slack, Office.OnTeamsAlone, teams: teams, isOnSlack: false);
        await teams.InstallInTeam(Maison.Team, Maison.Omar);
        var wire = new TeamsWire(teams);
        foreach (var employee in employees)
        {
            // Who somebody is may be asked fourteen times a second in one place.
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Heard.Nothing, TeamsWire.Read(await wire.Submit(Party(teams, employee), "introduce", null,
                ("contact", "Ada Martin"), ("about", "engineer"), ("route", "tech"), ("agreement", "agreed"), ("address", $"{employee[3..]}@example.com"))));
        }

        await world.Settle(store);
        var introductions = store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }).Select(static row => row.Partition).ToList();
        teams.Mishaps.Decide = (operation, request) => operation == "create" && request.Body.Contains(Maison.Thanks, StringComparison.Ordinal) && random.NextDouble() < rate ? Lost(random) : null;
        foreach (var introduction in introductions)
        {
            await wire.Execute(Party(teams, "29:1" + Office.Clara), "claim", introduction);
            await world.Run(Moments(random.Next(4)));
        }

        await world.Settle(store);
        teams.Mishaps.Decide = null;
        var calls = teams.ExchangesOf("create").Where(static exchange => exchange.From == "bot" && exchange.Body.Contains(Maison.Thanks, StringComparison.Ordinal)).ToList();
        var parked = await world.Services.GetRequiredService<ParkedEffects>().List(1000, CancellationToken.None);
        foreach (var employee in employees)
        {
            var fate = calls.Where(call => call.Body.Contains($"\"{employee}\"", StringComparison.Ordinal)).ToList();
            var posted = teams.Posts(Maison.Thanks).Count(post => post.Mentions.Contains(employee));
            Assert.True(posted <= 1 && fate.Count == 1, $"seed {Seed}, {employee}: posted {posted} times in {fate.Count} calls");
        }

        var unclear = calls.Count(static call => !call.Ok);
        var unclearThanks = employees.Count(employee => calls.Any(call => !call.Ok && call.Body.Contains($"\"{employee}\"", StringComparison.Ordinal)));
        Assert.All(parked, static one => Assert.Equal(KudosQueue.Kind, one.Effect.Kind));
        Assert.Equal(unclearThanks, parked.Count);
        output.WriteLine($"promise 5 on Teams: n = {employees.Count} thanks in {calls.Count} threads, {unclear} answers lost at {rate:P0}, 0 posted twice, {parked.Count} of {unclearThanks} unclear thanks listed, seed {Seed}");
        Assert.True(unclear > 0 || rate < 0.1);
        await world.Stop();
    }

    private static Mishap Lost(Random random) => random.Next(4) switch
    {
        0 => Mishap.LoseAnswer,
        1 => Mishap.StatusAfterAccepting(502),
        2 => Mishap.StatusAfterAccepting(500),
        _ => Mishap.LoseRequest,
    };

    private static List<string> Employees(TeamsTenant teams)
    {
        var employees = Enumerable.Range(0, s_employees).Select(static number => "29:1E" + number.ToString("D4", CultureInfo.InvariantCulture)).ToList();
        foreach (var (at, employee) in employees.Index())
        {
            teams.Add(new Member(employee, Maison.Tenant, $"e1{at:D6}-0000-4000-8000-000000000001", $"Employee {at}", $"employee{at}@example.test"), Maison.Team);
        }

        return employees;
    }

    private static Party Party(TeamsTenant teams, string id) => new(id, teams.Member(id).ObjectId);

    private static Func<bool> Moments(int moments) => () => moments-- <= 0;
}
