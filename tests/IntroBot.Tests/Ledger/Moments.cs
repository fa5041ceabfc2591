using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>Moments to come, planned now and rung for then, whoever is alive then.</summary>
public sealed class Moments : LedgerTest
{
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    [Fact]
    public void One_rings_when_it_has_come_and_not_before() => Stage.Play(async () =>
    {
        var host = NewHost();
        await Plan(host, s_month);
        await Wait(host, s_month - TimeSpan.FromSeconds(1));
        Assert.Empty(World.Rung);
        await Wait(host, TimeSpan.FromSeconds(2));
        Assert.Equal("wake", Assert.Single(World.Rung).Kind);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Planned_twice_it_rings_once_and_cancelled_never() => Stage.Play(async () =>
    {
        var host = NewHost();
        var at = await Plan(host, s_month);
        await host.Timers.Plan(Intro, "wake", at, CancellationToken.None);
        var other = await Plan(host, s_month * 2);
        await host.Timers.Cancel(Intro, "wake", other, CancellationToken.None);
        await host.Timers.Cancel(Intro, "wake", other, CancellationToken.None);
        await Wait(host, s_month + TimeSpan.FromSeconds(1), times: 3);
        Assert.Single(World.Rung);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Of_several_hosts_that_look_at_once_one_rings() => Stage.Play(async () =>
    {
        PumpHost[] hosts = [NewHost("a"), NewHost("b"), NewHost("c")];
        await Plan(hosts[0], s_month);
        await Pass(s_month + TimeSpan.FromSeconds(1));
        await Task.WhenAll(hosts.Select(static host => host.Look()));
        Assert.Single(World.Rung);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void A_host_that_dies_while_it_rings_is_followed_by_another_once_its_claim_has_run_out() => Stage.Play(async () =>
    {
        var dying = NewHost("dying");
        await Plan(dying, s_month);
        World.Rings = _ => new TaskCompletionSource<DateTimeOffset?>().Task;
        await Pass(s_month + TimeSpan.FromSeconds(1));
        await dying.Pump.Poll(Time.GetUtcNow(), CancellationToken.None);
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Single(World.Rung);

        World.Rings = _ => Task.FromResult<DateTimeOffset?>(null);
        var next = NewHost("next");
        await next.Look();
        Assert.Single(World.Rung);
        await Wait(next, TimeSpan.FromSeconds(31));
        Assert.Equal(2, World.Rung.Count);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void What_throws_rings_again_at_growing_distances_of_at_most_an_hour() => Stage.Play(async () =>
    {
        World.Time = Time;
        var host = NewHost();
        await Plan(host, s_month);
        World.Rings = _ => World.Rung.Count < 10 ? throw new InvalidOperationException("a defect") : Task.FromResult<DateTimeOffset?>(null);
        await Pass(s_month + TimeSpan.FromSeconds(5));
        for (var i = 0; i < 2000; i++)
        {
            await host.Look();
            await Pass(TimeSpan.FromSeconds(10));
        }

        int[] pauses = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];
        Assert.Equal(pauses.Length, World.Rung.Count - 1);
        Assert.All(pauses.Index(), pause => Assert.InRange((World.Rung[pause.Index + 1].At - World.Rung[pause.Index].At).TotalSeconds, pause.Item, pause.Item + 11));
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Whoever_answers_may_ask_to_be_called_again() => Stage.Play(async () =>
    {
        var host = NewHost();
        await Plan(host, s_month);
        World.Rings = _ => Task.FromResult<DateTimeOffset?>(World.Rung.Count < 3 ? Time.GetUtcNow() + s_month : null);
        await Wait(host, s_month + TimeSpan.FromSeconds(1), times: 5);
        Assert.Equal(3, World.Rung.Count);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void A_host_that_is_alone_rings_no_sooner_after_a_restart() => Stage.Play(async () =>
    {
        var host = NewHost(options: new PumpOptions { Alone = true });
        await Plan(host, TimeSpan.FromSeconds(59));
        using var stop = new CancellationTokenSource();
        var run = host.Pump.Run(stop.Token);
        await Pass(TimeSpan.FromSeconds(58));
        Assert.Empty(World.Rung);
        await Pass(TimeSpan.FromSeconds(12));
        Assert.Single(World.Rung);
        Cancel(stop);
        await run;
    });

    private async Task<DateTimeOffset> Plan(PumpHost host, TimeSpan after)
    {
        var at = Time.GetUtcNow() + after;
        await host.Timers.Plan(Intro, "wake", at, CancellationToken.None);
        return at;
    }
}
