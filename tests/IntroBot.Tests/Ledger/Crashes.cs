using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>A host dies between any two steps; another one, later, finds what it left.</summary>
public sealed class Crashes : LedgerTest
{
    [Fact]
    public void After_the_commit_the_next_host_carries_it_out_when_the_lease_has_run_out() => Stage.Play(async () =>
    {
        await DieAfter(commit => commit.Table == Table.Intro);
        var next = NewHost("b");
        await next.Look();
        Assert.Empty(World.Received);
        await Pass(TimeSpan.FromSeconds(31));
        await next.Look();
        Assert.Equal(["card1"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void Before_the_commit_nothing_is_owed_and_nothing_is_left() => Stage.Play(async () =>
    {
        await NewHost().Outbox.Commit(Intro, [Event(1)], [], CancellationToken.None);
        await DieBefore(commit => commit.Table == Table.Intro);
        await Pass(TimeSpan.FromSeconds(31));
        await NewHost("b").Look();
        Assert.Empty(World.Received);
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void A_commit_that_would_create_its_aggregate_is_waited_for_an_hour() => Stage.Play(async () =>
    {
        await DieBefore(commit => commit.Table == Table.Intro);
        var next = NewHost("b");
        for (var minutes = 0; minutes < 55; minutes++)
        {
            await Wait(next, TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, await Armed());
        await Wait(next, TimeSpan.FromMinutes(61));
        await Wait(next, TimeSpan.FromMinutes(61));
        Assert.Equal(0, await Armed());
    });

    [Fact]
    public void A_commit_that_comes_after_the_pump_has_looked_does_not_happen() => Stage.Play(async () =>
    {
        var first = NewHost();
        await Commit(first, Effect(1));
        await first.Pump.Quiet();
        var head = await Store.Get(Intro.Table, Intro.Partition, "e|0000000001", CancellationToken.None);
        var slow = new TaskCompletionSource();
        var late = NewHost("late", new Between(Store) { Before = commit => commit.Table == Table.Intro ? slow.Task : Task.CompletedTask });
        var outcome = late.Outbox.Commit(Intro, [new Write.Replace(head!.Key, head.Body, head.ETag)], [Effect(2)], CancellationToken.None);

        await Pass(TimeSpan.FromSeconds(31));
        await first.Look();
        Assert.Equal(0, await Armed());
        slow.SetResult();
        Assert.Equal(Outcome.Stale, (await outcome).Outcome);
        Assert.Equal(0, await Owed());
    });

    [Fact]
    public void After_the_sending_it_is_sent_again() => Stage.Play(async () =>
    {
        await DieBefore(Between.Completes);
        await Pass(TimeSpan.FromSeconds(31));
        await NewHost("b").Look();
        Assert.Equal(["card1", "card1"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void A_host_that_is_alone_on_its_store_goes_on_at_once_after_a_restart() => Stage.Play(async () =>
    {
        await DieBefore(Between.Completes);
        var options = new PumpOptions { Alone = true };
        var next = NewHost("b", options: options);
        using var stop = new CancellationTokenSource();
        var run = next.Pump.Run(stop.Token);
        await next.Pump.Quiet();
        Assert.Equal(["card1", "card1"], World.Received);
        Cancel(stop);
        await run;
    });

    private Task DieBefore(Func<Commit, bool> when) => Die((between, step) => between.Before = step, when);

    private Task DieAfter(Func<Commit, bool> when) => Die((between, step) => between.After = step, when);

    private async Task Die(Action<Between, Func<Commit, Task>> place, Func<Commit, bool> when)
    {
        var (dead, silence) = (new TaskCompletionSource(), new TaskCompletionSource());
        var between = new Between(Store);
        place(between, commit => when(commit) && (dead.TrySetResult() || true) ? silence.Task : Task.CompletedTask);
        _ = Commit(NewHost("dying", between), Effect(1));
        await dead.Task;
    }
}
