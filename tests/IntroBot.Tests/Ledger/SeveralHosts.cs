using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>Hosts that share a store.</summary>
public sealed class SeveralHosts : LedgerTest
{
    [Fact]
    public void One_claims_what_is_due_and_the_others_let_it_be() => Stage.Play(async () =>
    {
        await Owe(Effect(1), Effect(2));
        await Pass(TimeSpan.FromSeconds(31));
        var hosts = Enumerable.Range(0, 4).Select(number => NewHost($"h{number}")).ToList();
        await Task.WhenAll(hosts.Select(host => host.Look()));
        Assert.Equal(["card1", "card2"], World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void Whoever_meets_another_at_work_leaves_its_wake_up_standing_and_comes_back() => Stage.Play(async () =>
    {
        var busy = new TaskCompletionSource();
        var one = NewHost("one", new Between(Store) { Before = commit => Between.Completes(commit) ? busy.Task : Task.CompletedTask });
        await Commit(one, Effect(1));
        var other = NewHost("other");
        await Commit(other, Effect(2));
        await other.Pump.Quiet();
        Assert.Equal(["card1"], World.Received);
        Assert.Equal(2, await Armed());

        busy.SetResult();
        await one.Pump.Quiet();
        await Pass(TimeSpan.FromSeconds(1));
        await other.Pump.Quiet();
        Assert.Equal(["card1", "card2"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void Who_stalls_longer_than_its_lease_writes_nothing_when_it_wakes() => Stage.Play(async () =>
    {
        var (stalled, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        List<Outcome> outcomes = [];
        var between = new Between(Store) { Before = commit => Between.Completes(commit) && reached.TrySetResult() ? stalled.Task : Task.CompletedTask };
        var slow = NewHost("slow", between);
        World.Answer(new EffectResult.Done([Event(9)]), new EffectResult.Done([Event(8)]));
        await Commit(slow, Effect(1));
        await reached.Task;

        await Pass(TimeSpan.FromSeconds(51));
        await NewHost("quick").Look();
        stalled.SetResult();
        await slow.Pump.Quiet();
        Assert.Equal(["card1", "card1"], World.Received);
        Assert.NotNull(await Store.Get(Intro.Table, Intro.Partition, Event(8).Key, CancellationToken.None));
        Assert.Null(await Store.Get(Intro.Table, Intro.Partition, Event(9).Key, CancellationToken.None));
    });

    [Fact]
    public void Who_stalls_before_sending_sends_nothing() => Stage.Play(async () =>
    {
        var (stalled, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        var between = new Between(Store) { After = commit => commit.Writes[0].Key == "lease" && reached.TrySetResult() ? stalled.Task : Task.CompletedTask };
        var slow = NewHost("slow", between);
        await Commit(slow, Effect(1));
        await reached.Task;

        await Pass(TimeSpan.FromSeconds(51));
        await NewHost("quick").Look();
        stalled.SetResult();
        await slow.Pump.Quiet();
        Assert.Equal(["card1"], World.Received);
    });

    private async Task Owe(params Effect[] effects) =>
        await new Outbox(new Instance("gone", Store, Time, new Random(1), Guid.NewGuid, new PumpOptions()), new Bell()).Commit(Intro, [Event(1)], effects, CancellationToken.None);
}
