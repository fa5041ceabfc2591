using IntroBot.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Ledger;

/// <summary>One process on a store, driven step by step.</summary>
internal sealed class PumpHost : IDisposable
{
    public PumpHost(string name, IStore store, TimeProvider time, IEffects world, PumpOptions? options = null, Random? random = null, Func<Guid>? newId = null)
    {
        Instance = new Instance(name, store, time, random ?? new Random(1), newId ?? Guid.NewGuid, options ?? new PumpOptions());
        var bell = new Bell();
        Outbox = new Outbox(Instance, bell);
        Timers = new Timers(Instance);
        Parked = new ParkedEffects(Instance, Outbox);
        Pump = new Pump(Instance, bell, world, NullLogger<Pump>.Instance);
    }

    public Instance Instance { get; }

    public Outbox Outbox { get; }

    public Timers Timers { get; }

    public ParkedEffects Parked { get; }

    public Pump Pump { get; }

    /// <summary>Looks at the due index and waits until all that could be done is done.</summary>
    public async Task Look()
    {
        await Pump.Poll(Instance.Now, CancellationToken.None);
        await Pump.Quiet();
    }

    public void Dispose() => Pump.Dispose();
}
