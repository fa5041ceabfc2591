namespace IntroBot.Tests.Processes;

/// <summary>Promises 1 and 9: the process may die or be stopped at any moment.</summary>
[Collection(Alone.Name)]
public sealed class Killed(ITestOutputHelper output)
{
    private const int Busy = 6;
    private static readonly bool s_proves = Environment.GetEnvironmentVariable("PROVE") == "1";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_everything_owed_is_sent_when_it_is_killed_at_any_moment()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        var rounds = s_proves ? 100 : 4;
        await using var site = await Site.Open();
        for (var round = 0; round < rounds; round++)
        {
            using var host = await site.Host();
            using var stop = site.After(random.Next(1, 20));
            var busy = Enumerable.Range(0, Busy).Select(employee => site.KeepIntroducing(employee, stop.Token)).ToList();
            await Told(stop.Token);
            await host.Kill();
            await Task.WhenAll(busy);
        }

        using (var host = await site.Host())
        {
            await site.Slack.Until(_ => site.WithoutCard().Count == 0, TimeSpan.FromSeconds(15 * rounds));
            await host.Stop();
        }

        output.WriteLine($"promise 1: {rounds} kills, {site.Acknowledged.Count} acknowledged, {site.Lost().Count} lost, seed {seed}");
        Assert.NotEmpty(site.Acknowledged);
        Assert.Empty(site.Lost());
    }

    [Fact]
    public async Task A_stop_under_load_answers_what_it_accepted_and_takes_no_longer_than_25_seconds()
    {
        const int seed = 20261124;
        var random = new Random(seed);
        var rounds = s_proves ? 50 : 3;
        var slowest = TimeSpan.Zero;
        await using var site = await Site.Open();
        site.Settings["Shutdown:Delay"] = "00:00:03";
        for (var round = 0; round < rounds; round++)
        {
            using var host = await site.Host();
            using var stop = site.After(random.Next(1, 20));
            var busy = Enumerable.Range(0, Busy).Select(employee => site.KeepIntroducing(employee, stop.Token)).ToList();
            await Told(stop.Token);
            var stopped = await host.Stop();
            await Task.WhenAll(busy);
            slowest = stopped.Took > slowest ? stopped.Took : slowest;
            Assert.Equal(0, stopped.Code);
            Assert.All(busy, static employee => Assert.Empty(employee.Result));
        }

        output.WriteLine($"promise 9: {rounds} stops, {site.Acknowledged.Count} acknowledged, slowest {slowest.TotalSeconds:F1} s, seed {seed}");
        Assert.True(slowest < TimeSpan.FromSeconds(25));
        Assert.Empty(site.Lost());
    }

    private static Task Told(CancellationToken stop)
    {
        var told = new TaskCompletionSource();
        stop.Register(told.SetResult);
        return told.Task;
    }
}
