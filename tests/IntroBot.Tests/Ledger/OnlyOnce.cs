using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>What must never be sent twice: where nobody can say whether it was, a person looks.</summary>
public sealed class OnlyOnce : LedgerTest
{
    public OnlyOnce() => World.Once.Add("thanks");

    [Fact]
    public void It_is_sent_once_when_nothing_goes_wrong() => Stage.Play(async () =>
    {
        var host = NewHost();
        await Commit(host, Effect(1, "thanks"), Effect(2, "thanks"));
        await host.Pump.Quiet();
        Assert.Equal(["thanks1", "thanks2"], World.Received);
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void An_unclear_answer_parks_it() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Ambiguous("timeout"));
        var host = NewHost();
        await Commit(host, Effect(1, "thanks"), Effect(2, "thanks"));
        await host.Pump.Quiet();
        Assert.Equal(["thanks1", "thanks2"], World.Received);
        Assert.Equal("needs a look: timeout", Assert.Single(await host.Parked.List(10, CancellationToken.None)).Reason);
    });

    [Fact]
    public void A_host_that_dies_while_sending_leaves_it_to_a_person() => Stage.Play(async () =>
    {
        var died = new TaskCompletionSource();
        World.Answer(_ =>
        {
            died.SetResult();
            return new TaskCompletionSource<EffectResult>().Task;
        });
        await Commit(NewHost("a"), Effect(1, "thanks"));
        await died.Task;
        var next = NewHost("b");
        await Pass(TimeSpan.FromSeconds(31));
        await next.Look();
        Assert.Single(await next.Parked.List(10, CancellationToken.None));
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void What_was_certainly_not_taken_is_sent_later() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Later(TimeSpan.FromSeconds(5), Throttled: true, "ratelimited"), new EffectResult.Later(TimeSpan.FromSeconds(5), Throttled: false, "unavailable"));
        var host = NewHost();
        await Commit(host, Effect(1, "thanks"));
        await Wait(host, TimeSpan.FromSeconds(5), times: 2);
        Assert.Equal(["thanks1"], World.Received);
        Assert.Empty(await host.Parked.List(10, CancellationToken.None));
    });

    [Fact]
    public void A_store_that_stays_silent_after_the_sending_parks_it() => Stage.Play(async () =>
    {
        var down = true;
        var host = NewHost("a", new Between(Store) { Before = commit => Between.Fail(down && Between.Completes(commit)) });
        await Commit(host, Effect(1, "thanks"));
        await Wait(host, TimeSpan.FromSeconds(1), times: 6);
        down = false;
        await Wait(host, TimeSpan.FromSeconds(10), times: 6);
        Assert.Equal(["thanks1"], World.Received);
        Assert.Single(await host.Parked.List(10, CancellationToken.None));
        Assert.Equal((0, 0), (await Owed(), await Armed()));
    });

    [Fact]
    public void What_it_records_and_cannot_be_recorded_parks_it() => Stage.Play(async () =>
    {
        World.Answer(new EffectResult.Done([Event(1)]));
        var host = NewHost();
        await Commit(host, Effect(1, "thanks"));
        await host.Pump.Quiet();
        Assert.Equal(["thanks1"], World.Received);
        Assert.StartsWith("needs a look", Assert.Single(await host.Parked.List(10, CancellationToken.None)).Reason, StringComparison.Ordinal);
    });
}
