using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>Several effects of a lane carried out as one.</summary>
public sealed class Gathering : LedgerTest
{
    private static readonly Aggregate Channel = new(Table.KudosQ, "c1");

    public Gathering() => World.Once.Add("thanks");

    [Fact]
    public void Thanks_wait_for_more_and_are_posted_as_one() => Stage.Play(async () =>
    {
        var start = Time.GetUtcNow();
        World.Gathers = (lane, now) => now - start < TimeSpan.FromSeconds(30) ? (1, start + TimeSpan.FromSeconds(30) - now) : (lane.Count, TimeSpan.Zero);
        var host = NewHost();
        await Thank(host, 1);
        await Wait(host, TimeSpan.FromSeconds(10));
        await Thank(host, 2);
        await Thank(host, 3);
        await Wait(host, TimeSpan.FromSeconds(19));
        Assert.Empty(World.Received);
        Assert.Equal(1, await Armed());
        await Wait(host, TimeSpan.FromSeconds(1));
        Assert.Equal(["thanks1+thanks2+thanks3"], World.Received);
        Assert.Equal((0, 0), (await Rows(Channel.Table, Channel.Partition, "o|"), await Armed()));
    });

    [Fact]
    public void Thanks_given_twice_for_the_same_thing_are_queued_once() => Stage.Play(async () =>
    {
        var host = NewHost();
        Assert.True((await Thank(host, 1)).Committed);
        Assert.Equal(Outcome.Exists, (await Thank(host, 1)).Outcome);
        await host.Pump.Quiet();
        Assert.Equal(["thanks1"], World.Received);
    });

    [Fact]
    public void All_of_a_post_with_an_unclear_answer_need_a_look() => Stage.Play(async () =>
    {
        World.Gathers = (lane, _) => (lane.Count, TimeSpan.Zero);
        World.Answer(new EffectResult.Ambiguous("timeout"));
        var host = NewHost();
        await host.Outbox.Commit(Channel, [Event(1)], [Thanks(1), Thanks(2)], CancellationToken.None);
        await host.Pump.Quiet();
        Assert.Equal([1, 2], (await host.Parked.List(10, CancellationToken.None)).Select(parked => parked.Effect.Seq));
    });

    [Fact]
    public void At_most_forty_are_taken_at_once() => Stage.Play(async () =>
    {
        World.Gathers = (lane, _) => (lane.Count, TimeSpan.Zero);
        var host = NewHost();
        await host.Outbox.Commit(Channel, [Event(1)], [.. Enumerable.Range(1, 90).Select(seq => Thanks(seq))], CancellationToken.None);
        await host.Pump.Quiet();
        Assert.Equal([40, 40, 10], World.Received.Select(post => post.Split('+').Length));
    });

    private static Effect Thanks(long seq) => Effect(seq, "thanks") with { Id = $"k{seq}" };

    private static Task<CommitResult> Thank(PumpHost host, long seq) =>
        host.Outbox.Commit(Channel, [new Write.Insert($"k|k{seq}", "{}"u8.ToArray())], [Thanks(seq)], CancellationToken.None);
}
