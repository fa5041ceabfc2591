using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>What an operator sees of parked effects, and does with them.</summary>
public sealed class ParkedLists : LedgerTest
{
    [Fact]
    public void A_parked_effect_is_sent_when_it_is_retried() => Stage.Play(async () =>
    {
        var (host, parked) = await Parked();
        Assert.True(await host.Parked.Retry(parked, CancellationToken.None));
        await host.Pump.Quiet();
        Assert.Equal(["card1"], World.Received);
        await NothingLeft(host, parked);
    });

    [Fact]
    public void A_dismissed_effect_is_gone() => Stage.Play(async () =>
    {
        var (host, parked) = await Parked();
        Assert.True(await host.Parked.Dismiss(parked, CancellationToken.None));
        await host.Pump.Quiet();
        Assert.Empty(World.Received);
        await NothingLeft(host, parked);
    });

    [Fact]
    public void An_index_row_without_its_effect_is_passed_over() => Stage.Play(async () =>
    {
        var host = NewHost("a", new Between(Store) { Before = commit => Between.Fail(commit.Writes.Any(write => write.Key.StartsWith("x|", StringComparison.Ordinal))) });
        World.Answer(new EffectResult.Refused("no"), new EffectResult.Refused("no"));
        await Commit(host, Effect(1));
        await Wait(host, TimeSpan.FromSeconds(1), times: 6);
        Assert.NotEqual(0, await Rows(Table.Idx, "parked", ""));
        Assert.Empty(await host.Parked.List(10, CancellationToken.None));
    });

    private async Task<(PumpHost PumpHost, Parked Parked)> Parked()
    {
        World.Answer(new EffectResult.Refused("not_in_channel"));
        var host = NewHost();
        await Commit(host, Effect(1));
        await host.Pump.Quiet();
        return (host, Assert.Single(await host.Parked.List(10, CancellationToken.None)));
    }

    private async Task NothingLeft(PumpHost host, Parked parked)
    {
        Assert.Empty(await host.Parked.List(10, CancellationToken.None));
        Assert.Equal((0, 0, 0), (await Owed(), await Armed(), await Rows(Table.Idx, "parked", "")));
        Assert.False(await host.Parked.Retry(parked, CancellationToken.None));
        Assert.False(await host.Parked.Dismiss(parked, CancellationToken.None));
    }
}
