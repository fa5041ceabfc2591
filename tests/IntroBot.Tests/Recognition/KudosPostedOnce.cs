using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;
using IntroBot.Tests.Promises;
using PromiseWire = IntroBot.Tests.Promises.Wire;

namespace IntroBot.Tests.Recognition;

/// <summary>Promise 5: when Slack's answers to posts in the thanks channel get lost, nothing is posted twice, and an owner finds every one whose fate is unclear.</summary>
public sealed class KudosPostedOnce(ITestOutputHelper output)
{
    private const int Seed = 5;
    private const int Employees = 40;
    private static readonly bool s_proves = Environment.GetEnvironmentVariable("PROVE") == "1";

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.40)]
    public async Task Answers_lost(double rate)
    {
        var random = new Random(Seed);
        var (rounds, posts, unclear, unclearThanks, listedThanks) = (s_proves ? 50 : 2, 0, 0, 0, 0);
        var pauses = new Random(Seed + 1);
        for (var number = 0; number < rounds; number++)
        {
            var round = new KudosRound(Employees);
            var world = round.Host();
            await round.Introduce(world);
            round.Slack.Faults.Decide = (method, request) => Lost(method, request, random, rate);
            foreach (var introduction in round.IntroducerOf.Keys)
            {
                await round.Wire.Press(new Sender(Office.Clara), "claim", introduction);
                await world.Run(Moments(pauses.Next(4)));
            }

            await world.Settle(round.Store);
            round.Slack.Faults.Decide = null;
            var calls = round.Slack.CallsOf("chat.postMessage").Where(static call => JsonNode.Parse(call.Body)!["channel"]!.GetValue<string>() == Demo.Kudos).ToList();
            var listed = await round.Listed(world);
            foreach (var (introduction, employee) in round.IntroducerOf)
            {
                var posted = round.Posted().GetValueOrDefault(employee);
                var fate = calls.Where(call => call.Body.Contains(employee, StringComparison.Ordinal)).ToList();
                Assert.True(posted <= 1 && fate.Count == 1, $"round {number}, seed {Seed}, {employee}: posted {posted} times in {fate.Count} calls");
                Assert.True(listed.GetValueOrDefault(introduction) == (fate[0].Ok ? 0 : 1), $"round {number}, seed {Seed}, {employee}: {fate[0].Error}, listed {listed.GetValueOrDefault(introduction)} times");
            }

            (posts, unclear) = (posts + calls.Count, unclear + calls.Count(static call => !call.Ok));
            unclearThanks += round.IntroducerOf.Values.Count(employee => calls.Any(call => !call.Ok && call.Body.Contains(employee, StringComparison.Ordinal)));
            listedThanks += listed.Values.Sum();
            await world.Stop();
        }

        output.WriteLine($"promise 5: n = {rounds * Employees} thanks in {posts} posts, {unclear} answers lost at {rate:P0}, 0 posted twice, {listedThanks} of {unclearThanks} unclear thanks listed, seed {Seed}");
        Assert.True(listedThanks == unclearThanks && (unclear > 0 || rate * posts < 5));
    }

    private static Fault? Lost(string method, WireRequest request, Random random, double rate)
    {
        if (method != "chat.postMessage" || JsonNode.Parse(request.Body)!["channel"]!.GetValue<string>() != Demo.Kudos)
        {
            return null;
        }

        return random.NextDouble() >= rate ? null : random.Next(4) switch
        {
            0 => Fault.LoseAnswer,
            1 => Fault.StatusAfterAccepting(503),
            2 => Fault.ErrorAfterAccepting("internal_error"),
            _ => Fault.LoseRequest,
        };
    }

    private static Func<bool> Moments(int moments) => () => moments-- <= 0;
}
