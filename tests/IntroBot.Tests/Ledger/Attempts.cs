using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>The far end is slow, busy, down or of another opinion.</summary>
public sealed class Attempts : LedgerTest
{
    private static readonly EffectResult Down = new EffectResult.Later(TimeSpan.Zero, Throttled: false, "unavailable");

    [Fact]
    public void What_has_to_wait_is_sent_when_the_wait_is_over_and_in_order() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Later(TimeSpan.FromSeconds(30), Throttled: true, "ratelimited"));
        var host = NewHost();
        await Commit(host, Effect(1), Effect(2));
        await Wait(host, TimeSpan.FromSeconds(29));
        Assert.Empty(World.Received);
        Assert.Equal(1, await Armed());
        await Wait(host, TimeSpan.FromSeconds(1));
        Assert.Equal(["card1", "card2"], World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void A_lane_that_waits_does_not_hold_up_another() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Later(TimeSpan.FromMinutes(1), Throttled: true, "ratelimited"));
        var host = NewHost();
        await Commit(host, Effect(1, "card"), Effect(2, "card"), Effect(3, "tell"));
        await host.Pump.Quiet();
        Assert.Equal(["tell3"], World.Received);
        await Commit(host, Effect(4, "tell"), Effect(5, "card"));
        await host.Pump.Quiet();
        Assert.Equal(["tell3", "tell4"], World.Received);
        Assert.Equal(1, await Armed());
        await Wait(host, TimeSpan.FromMinutes(1));
        Assert.Equal(["tell3", "tell4", "card1", "card2", "card5"], World.Received);
    });

    [Fact]
    public void An_effect_that_hangs_does_not_hold_up_another_lane() => Stage.Play(async () =>
    {
        World.Answer(_ => new TaskCompletionSource<EffectResult>().Task);
        var host = NewHost();
        await Commit(host, Effect(1, "card"), Effect(2, "tell"));
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(["tell2"], World.Received);
        await Wait(host, TimeSpan.FromSeconds(20));
        Assert.Equal(["tell2", "card1"], World.Received);
    });

    [Fact]
    public void An_effect_that_hangs_does_not_hold_up_what_is_owed_in_another_lane_meanwhile() => Stage.Play(async () =>
    {
        World.Answer(_ => new TaskCompletionSource<EffectResult>().Task);
        var host = NewHost();
        await Commit(host, Effect(1, "card"), Effect(2, "tell"));
        await Pass(TimeSpan.FromSeconds(1));
        await Commit(host, Effect(3, "tell"), Effect(4, "card"), Effect(5, "note"));
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(["tell2", "tell3", "note5"], World.Received);
        await Wait(host, TimeSpan.FromSeconds(20));
        Assert.Equal(["tell2", "tell3", "note5", "card1", "card4"], World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Being_throttled_uses_up_no_attempt() => Stage.Play(async () =>
    {
        World.Always = _ => Task.FromResult<EffectResult>(new EffectResult.Later(TimeSpan.FromSeconds(1), Throttled: true, "ratelimited"));
        var host = NewHost(options: new PumpOptions { Patience = TimeSpan.Zero });
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromSeconds(1), times: 50);
        World.Always = null;
        await Wait(host, TimeSpan.FromSeconds(1));
        Assert.Equal(["card1"], World.Received);
    });

    [Fact]
    public void What_fails_too_often_is_parked_and_the_next_goes_on() => Stage.Play(async () =>
    {
        World.Answer([.. Enumerable.Repeat(Down, 8)]);
        var host = NewHost(options: new PumpOptions { Patience = TimeSpan.Zero });
        await Commit(host, Effect(1), Effect(2));
        await Wait(host, TimeSpan.FromMinutes(1), times: 7);
        Assert.Equal(["card2"], World.Received);
        var parked = Assert.Single(await host.Parked.List(10, CancellationToken.None));
        Assert.Equal((1, 7, "unavailable"), (parked.Effect.Seq, parked.Effect.Attempts, parked.Reason));
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void A_day_s_outage_parks_nothing_and_what_waited_is_sent_within_a_minute_of_its_end() => Stage.Play(async () =>
    {
        World.Always = _ => Task.FromResult(Down);
        var host = NewHost();
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromMinutes(1), times: 24 * 60);
        World.Always = null;
        await Wait(host, TimeSpan.FromMinutes(1));
        Assert.Equal(["card1"], World.Received);
    });

    [Fact]
    public void What_the_platform_will_never_take_is_parked_at_once() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Refused("channel_not_found"));
        var host = NewHost();
        await Commit(host, Effect(1), Effect(2));
        await host.Pump.Quiet();
        Assert.Equal(["card2"], World.Received);
        Assert.Equal("channel_not_found", Assert.Single(await host.Parked.List(10, CancellationToken.None)).Reason);
    });

    [Fact]
    public void A_defect_is_parked_within_minutes() => Stage.Play(async () =>
    {
        World.Always = effects => effects[0].Seq == 1 ? throw new InvalidOperationException() : Task.FromResult<EffectResult>(EffectResult.Done.Nothing);
        var host = NewHost();
        await Commit(host, Effect(1), Effect(2));
        await Wait(host, TimeSpan.FromMinutes(1), times: 7);
        Assert.Equal(["card2"], World.Received);
        Assert.Equal(nameof(InvalidOperationException), Assert.Single(await host.Parked.List(10, CancellationToken.None)).Reason);
    });

    [Fact]
    public void An_unclear_answer_is_followed_by_another_try() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Ambiguous("timeout"));
        var host = NewHost();
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromSeconds(1));
        Assert.Equal(["card1", "card1"], World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void What_an_effect_records_is_committed_with_its_removal() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Done([new Write.Upsert("m|1", "{}"u8.ToArray())]));
        var host = NewHost();
        await Commit(host, Effect(1));
        await host.Pump.Quiet();
        Assert.NotNull(await Store.Get(Intro.Table, Intro.Partition, "m|1", CancellationToken.None));
        Assert.Equal(0, await Owed());
    });

    [Fact]
    public void A_store_that_is_silent_for_a_moment_makes_nobody_hear_twice() => Stage.Play(async () =>
    {
        var fails = 2;
        var host = NewHost("a", new Between(Store) { Before = commit => Between.Fail(Between.Completes(commit) && fails-- > 0) });
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromSeconds(1), times: 3);
        Assert.Equal(["card1"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void A_lost_answer_to_the_last_step_makes_nobody_hear_twice() => Stage.Play(async () =>
    {
        var fails = 1;
        var host = NewHost("a", new Between(Store) { After = commit => Between.Fail(Between.Completes(commit) && fails-- > 0) });
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromSeconds(1), times: 3);
        Assert.Equal(["card1"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });
}
