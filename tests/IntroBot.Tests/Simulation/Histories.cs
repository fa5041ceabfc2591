using System.Globalization;
using IntroBot.Ledger;

namespace IntroBot.Tests.Simulation;

/// <summary>Whatever dies, stalls or gets lost, whenever: what was committed is carried out, in order, and only what was sent by someone who then died is sent again.</summary>
public sealed class Histories(ITestOutputHelper output)
{
    private static readonly bool Proves = Environment.GetEnvironmentVariable("PROVE") == "1";
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("SEED") ?? "1", CultureInfo.InvariantCulture);

    private static readonly Rates Wakes = new(Crash: 0.01, Stall: 0.02, Slow: 0.3);
    private static readonly Rates Lates = new(Crash: 0.01, Late: 0.1);

    [Fact]
    public async Task No_history_breaks_the_rules()
    {
        var found = await Explore(Proves ? 20_000 : 500, seed => new Scenario(seed));
        Assert.Empty(found.Broken);
        Assert.True(found["crashes"] > 0 && found["fenced"] > 0 && found["late"] > 0);
    }

    [Fact]
    public async Task Nothing_is_sent_twice_when_nothing_goes_wrong()
    {
        var found = await Explore(Proves ? 2_000 : 50, seed => new Scenario(seed, Rates: new Rates(Slow: 0.2, Throttled: 0.1)));
        Assert.Empty(found.Broken);
        Assert.Equal((0, 0), (found["repeats"], found["parked"]));
    }

    [Fact]
    public async Task No_wake_up_is_lost_when_hosts_meet_at_one_outbox()
    {
        var found = await Explore(Proves ? 5_000 : 100, seed => new Scenario(seed, Hosts: 4, Conversations: 2, Requests: 10, Rates: Wakes));
        Assert.Empty(found.Broken);
    }

    [Fact]
    public async Task Always_disarming_would_lose_effects()
    {
        var found = await Explore(100, seed => new Scenario(seed, Hosts: 4, Conversations: 2, Requests: 10, Rates: Wakes, Wrap: (inner, life, _, store) => new AlwaysDisarm(inner, life, store)));
        Assert.True(found["lost"] > 0);
    }

    [Fact]
    public async Task A_commit_that_arrives_late_is_carried_out_or_cannot_happen()
    {
        var found = await Explore(Proves ? 5_000 : 100, seed => new Scenario(seed, Conversations: 6, Requests: 2, Rates: Lates, PauseSeconds: 150));
        Assert.Empty(found.Broken);
    }

    [Fact]
    public async Task Disarming_before_a_commit_has_ended_would_lose_effects()
    {
        var found = await Explore(100, seed => new Scenario(seed, Conversations: 6, Requests: 2, Rates: Lates, PauseSeconds: 150, Wrap: (inner, _, _, _) => new NoGuard(inner)));
        Assert.True(found["lost"] > 0);
    }

    [Fact]
    public async Task Taking_a_moment_away_before_it_has_rung_would_lose_it()
    {
        var found = await Explore(100, seed => new Scenario(seed, Rates: Wakes, Wrap: (inner, _, _, _) => new EarlyRemoval(inner)));
        Assert.True(found["moments that never rang"] > 0);
    }

    [Fact]
    public async Task Ignoring_leases_would_repeat_and_disorder_effects()
    {
        var found = await Explore(50, seed => new Scenario(seed, Hosts: 4, Conversations: 2, Requests: 10, Rates: Wakes, Options: new PumpOptions { Alone = true }));
        Assert.True(found["unexplained repeats"] > 0 || found["out of order"] > 0);
    }

    [Fact]
    public async Task Hosts_that_stop_when_asked_lose_and_repeat_nothing()
    {
        var found = await Explore(Proves ? 5_000 : 100, seed => new Scenario(seed, Rates: new Rates(Slow: 0.3, Throttled: 0.05), Stops: true));
        Assert.Empty(found.Broken);
        Assert.Equal((0, 0), (found["repeats"], found["parked"]));
        Assert.NotEqual(0, found["stops"]);
    }

    [Theory]
    [InlineData("store", 10)]
    [InlineData("platform", 10)]
    [InlineData("platform", 24 * 60)]
    public async Task After_an_outage_everything_is_carried_out_within_two_minutes(string what, int minutes)
    {
        var rates = what == "store" ? new Rates(NotDone: 1) : new Rates(Down: 1);
        var found = await Explore(Proves ? 200 : 5, seed => new Scenario(seed, Outage: (TimeSpan.FromMinutes(minutes), rates)));
        output.WriteLine($"{what} away for {minutes} minutes: all carried out after {found.LongestRecovery}");
        Assert.Empty(found.Broken);
        Assert.Equal(0, found["parked that may be repeated"]);
        Assert.InRange(found.LongestRecovery, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_history()
    {
        var (one, two) = (new Findings(), new Findings());
        await one.Add(Simulation.Run(new Scenario(First)), First);
        await two.Add(Simulation.Run(new Scenario(First)), First);
        Assert.Equal(one.ToString(), two.ToString());
    }

    private async Task<Findings> Explore(int histories, Func<int, Scenario> scenario)
    {
        var found = new Findings();
        for (var seed = First; seed < First + histories; seed++)
        {
            await found.Add(Simulation.Run(scenario(seed)), seed);
        }

        found.Broken.Take(5).ToList().ForEach(output.WriteLine);
        output.WriteLine($"n = {histories} histories, seeds {First} to {First + histories - 1}: {found}");
        return found;
    }
}
