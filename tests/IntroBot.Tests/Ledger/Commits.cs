using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

public sealed class Commits : LedgerTest
{
    [Fact]
    public void What_is_owed_is_carried_out_at_once_and_nothing_is_left_over() => Stage.Play(async () =>
    {
        var host = NewHost();
        Assert.True((await Commit(host, Effect(1, "card"), Effect(2, "tell"))).Committed);
        await host.Pump.Quiet();
        Assert.Equal(["card1", "tell2"], World.Received.Order());
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void A_repeated_request_owes_nothing_twice() => Stage.Play(async () =>
    {
        var host = NewHost();
        await Commit(host, Effect(1));
        Assert.Equal((Outcome.Exists, 0), ((await Commit(host, Effect(1))).Outcome, (await Commit(host, Effect(1))).Index));
        await host.Pump.Quiet();
        Assert.Equal(["card1"], World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Without_effects_nothing_is_armed() => Stage.Play(async () =>
    {
        var host = NewHost();
        Assert.True((await host.Outbox.Commit(Intro, [Event(1)], [], CancellationToken.None)).Committed);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Effects_of_a_lane_keep_their_order() => Stage.Play(async () =>
    {
        var host = NewHost();
        await Commit(host, Effect(1), Effect(2), Effect(3));
        await Commit(host, Effect(4), Effect(5));
        await host.Pump.Quiet();
        Assert.Equal(["card1", "card2", "card3", "card4", "card5"], World.Received);
    });
}
