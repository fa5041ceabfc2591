using System.Text;
using IntroBot.Ledger;
using IntroBot.Tests.Simulation;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Ledger;

/// <summary>A store, a clock, the world outside, and hosts that come and go.</summary>
public abstract class LedgerTest : IAsyncDisposable
{
    private readonly List<PumpHost> _hosts = [];

    internal MemoryStore Store { get; } = new();

    internal Stage Stage { get; } = new(seed: 1);

    internal VirtualTime Time => Stage.Time;

    internal World World { get; } = new();

    internal static Aggregate Intro { get; } = new(Table.Intro, "1ntr0");

    public virtual ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal static Effect Effect(long seq, string kind = "card", string? lane = null) => new(seq, kind, lane ?? kind, new Dictionary<string, string> { ["to"] = "c1" });

    internal static Write.Insert Event(long seq) => new($"e|{seq:D10}", Encoding.UTF8.GetBytes("{}"));

    internal PumpHost NewHost(string name = "a", IStore? store = null, PumpOptions? options = null)
    {
        var host = new PumpHost(name, store ?? Store, Time, World, options, Stage.Random, Stage.NewId);
        _hosts.Add(host);
        return host;
    }

    internal static async Task<CommitResult> Commit(PumpHost host, params Effect[] effects) =>
        await host.Outbox.Commit(Intro, [Event(effects[0].Seq)], effects, CancellationToken.None);

    internal async Task<int> Rows(Table table, string partition, string prefix) =>
        (await Store.Query(table, partition, prefix, prefix + "}", 1000, null, CancellationToken.None)).Rows.Count;

    /// <summary>On this thread: what it sets off belongs to the play.</summary>
    internal static void Cancel(CancellationTokenSource source) => source.Cancel();

    internal Task Pass(TimeSpan time) => Task.Delay(time, Time);

    /// <summary>Lets time pass, once or more, and what has become due happen.</summary>
    internal async Task Wait(PumpHost host, TimeSpan time, int times = 1)
    {
        await host.Pump.Quiet();
        for (var i = 0; i < times; i++)
        {
            await Pass(time);
            await host.Look();
        }
    }

    internal Task<int> Owed() => Rows(Intro.Table, Intro.Partition, "o|");

    internal async Task<int> Armed()
    {
        var count = 0;
        for (var shard = 0; shard < Due.Shards; shard++)
        {
            count += await Rows(Table.Work, Due.ShardName(shard), "");
        }

        return count;
    }
}
