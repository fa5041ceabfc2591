using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>A host is asked to stop.</summary>
public sealed class Stopping : LedgerTest
{
    [Fact]
    public void What_is_being_sent_is_finished_and_the_rest_is_left_to_others_at_once() => Stage.Play(async () =>
    {
        var (sending, sent) = (new TaskCompletionSource(), new TaskCompletionSource<EffectResult>());
        World.Answer(_ =>
        {
            sending.SetResult();
            return sent.Task;
        });
        var host = NewHost("a");
        using var stop = new CancellationTokenSource();
        var run = host.Pump.Run(stop.Token);
        await Commit(host, Effect(1), Effect(2));
        await sending.Task;
        Cancel(stop);
        sent.SetResult(EffectResult.Done.Nothing);
        await run;
        Assert.Equal(["card1"], World.Received);

        var other = NewHost("b");
        await Commit(other, Effect(3));
        await other.Pump.Quiet();
        Assert.Equal(["card1", "card2", "card3"], World.Received);
    });

    [Fact]
    public void What_hangs_is_cut_before_the_grace_is_over() => Stage.Play(async () =>
    {
        var sending = new TaskCompletionSource();
        World.Answer(_ =>
        {
            sending.SetResult();
            return new TaskCompletionSource<EffectResult>().Task;
        });
        var host = NewHost("a");
        using var stop = new CancellationTokenSource();
        var run = host.Pump.Run(stop.Token);
        await Commit(host, Effect(1));
        await sending.Task;
        var asked = Time.GetUtcNow();
        Cancel(stop);
        await run;
        Assert.InRange(Time.GetUtcNow() - asked, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));
        Assert.Equal(1, await Owed());
    });
}
