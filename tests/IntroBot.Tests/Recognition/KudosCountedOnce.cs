using IntroBot.Ledger;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Recognition;

/// <summary>Promise 4: a thank-you is counted once, however often the press that causes it is delivered, at once or again, and wherever the host dies meanwhile.</summary>
public sealed class KudosCountedOnce(ITestOutputHelper output)
{
    private const int Seed = 4;
    private const int Employees = 10;
    private static readonly int s_rounds = Environment.GetEnvironmentVariable("PROVE") == "1" ? 1_000 : 6;

    [Fact]
    public async Task However_often_a_claim_is_delivered_and_wherever_the_host_dies()
    {
        var random = new Random(Seed);
        var (thanks, deliveries, deaths, parked) = (0, 0, 0, 0);
        for (var number = 0; number < s_rounds; number++)
        {
            var round = new KudosRound(Employees);
            var (delivered, died) = await Round(round, random);
            var world = round.Host();
            await world.Settle(round.Store);
            var listed = await round.Listed(world);
            foreach (var (introduction, employee) in round.IntroducerOf)
            {
                var where = $"round {number}, seed {Seed}, {introduction}";
                Assert.True(round.Counted("k|").GetValueOrDefault(introduction) == 1, $"{where}: in the month's feed {round.Counted("k|").GetValueOrDefault(introduction)} times");
                Assert.True(round.Counted("kp|").GetValueOrDefault(introduction) == 1, $"{where}: in the person's feed {round.Counted("kp|").GetValueOrDefault(introduction)} times");
                var (posted, waits) = (round.Posted().GetValueOrDefault(employee), listed.GetValueOrDefault(introduction));
                Assert.True(posted <= 1 && posted + waits >= 1 && waits <= 1, $"{where}: posted {posted} times, listed {waits} times");
            }

            (thanks, deliveries, deaths, parked) = (thanks + Employees, deliveries + delivered, deaths + died, parked + listed.Values.Sum());
            await world.Stop();
        }

        output.WriteLine($"promise 4: n = {thanks} thanks, {deliveries} deliveries, {deaths} deaths, {parked} listed for a look, 0 counted twice, 0 lost, seed {Seed}");
    }

    /// <summary>Introductions, then each claim delivered 1 to 4 times at once, twice over: by two recruiters, in lives that end at any call.</summary>
    private static async Task<(int Deliveries, int Deaths)> Round(KudosRound round, Random random)
    {
        var first = round.Host();
        await round.Introduce(first);
        await first.Stop();
        var (deliveries, deaths) = (0, 0);
        for (var life = 0; life < 3; life++)
        {
            MortalStore? mortal = null;
            var host = round.Host(store => mortal = new MortalStore(store, random.Next(40, 500), random.Next(2) == 0));
            var claims = round.IntroducerOf.Keys.SelectMany(introduction => Claim(round.Wire, introduction, random)).ToList();
            deliveries += claims.Count;
            await Task.WhenAll(claims.Select(static claim => claim()));
            var patience = random.Next(40);
            await host.Run(() => mortal!.Dead || !round.Store.Owes || patience-- < 0);
            deaths += mortal!.Dead ? 1 : 0;
            await host.Stop();
        }

        // Whoever got no answer presses again.
        var last = round.Host();
        foreach (var introduction in round.IntroducerOf.Keys)
        {
            await round.Wire.Press(new Sender(Office.Clara), "claim", introduction);
        }

        await last.Settle(round.Store);
        await last.Stop();
        return (deliveries + round.IntroducerOf.Count, deaths);
    }

    private static IEnumerable<Func<Task>> Claim(Wire wire, string introduction, Random random)
    {
        var who = new Sender(random.Next(2) == 0 ? Office.Clara : Office.Theo);
        var thanks = random.Next(3) == 0;
        return Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Func<Task>)(() => thanks
            ? wire.Submit(who, "claim", introduction, ("sentence", "A fine door you opened."))
            : wire.Press(who, "claim", introduction)));
    }
}
