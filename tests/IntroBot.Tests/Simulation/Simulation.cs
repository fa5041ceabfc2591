using IntroBot.Ledger;
using IntroBot.Tests.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Simulation;

/// <summary>What is simulated. <paramref name="Wrap"/> puts a mutant between a host and the store.</summary>
internal sealed record Scenario(
    int Seed, int Hosts = 3, int Conversations = 4, int Requests = 6, Rates? Rates = null, PumpOptions? Options = null, Func<IStore, Life, Chaos, MemoryStore, IStore>? Wrap = null);

/// <summary>Hosts that die and come back, people who insist, one store, one thread, one seed.</summary>
internal sealed class Simulation
{
    private readonly Scenario _scenario;
    private readonly Random _random;
    private readonly VirtualTime _time = new();
    private readonly SeededScheduler _scheduler;
    private readonly (PumpHost PumpHost, IStore Store, Life Life)[] _hosts;
    private readonly PumpOptions _options;
    private bool _over;

    private Simulation(Scenario scenario)
    {
        _scenario = scenario;
        _random = new Random(scenario.Seed);
        _scheduler = new SeededScheduler(_random);
        _hosts = new (PumpHost, IStore, Life)[scenario.Hosts];
        _options = scenario.Options ?? new PumpOptions();
        Chaos = new Chaos(_random, _time, _options.Lease);
        People = new Conversations(_random, _time, () => _hosts[_random.Next(_hosts.Length)]);
    }

    public MemoryStore Store { get; } = new();

    public Record Record { get; } = new();

    public Chaos Chaos { get; }

    public Conversations People { get; }

    public IEnumerable<Aggregate> Aggregates => Enumerable.Range(0, _scenario.Conversations).Select(Conversations.Number);

    public static Simulation Run(Scenario scenario)
    {
        var simulation = new Simulation(scenario);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var story = Task.Factory.StartNew(simulation.Story, CancellationToken.None, TaskCreationOptions.None, simulation._scheduler).Unwrap();
            while (!story.IsCompleted)
            {
                if (!simulation._scheduler.RunOne() && !simulation._time.Jump())
                {
                    throw new InvalidOperationException($"seed {scenario.Seed}: nothing left to happen");
                }
            }

            story.GetAwaiter().GetResult();
            return simulation;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public async Task<int> Due()
    {
        var due = 0;
        for (var shard = 0; shard < IntroBot.Ledger.Due.Shards; shard++)
        {
            due += (await Store.Query(Table.Work, IntroBot.Ledger.Due.ShardName(shard), "", "}", 1000, null, CancellationToken.None)).Rows.Count;
        }

        return due;
    }

    private async Task Story()
    {
        for (var slot = 0; slot < _hosts.Length; slot++)
        {
            _hosts[slot] = Start(slot, 0);
            _ = Revive(slot);
        }

        Chaos.Rates = _scenario.Rates ?? Rates.Everything;
        var requests = from aggregate in Aggregates from number in Enumerable.Range(0, _scenario.Requests) select People.Request(aggregate, $"{aggregate.Partition}-{number}");
        await Task.WhenAll([.. requests]);
        Chaos.Rates = new Rates();
        for (var minutes = 0; minutes < 180 && await Due() > 0; minutes++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _time);
        }

        _over = true;
    }

    private async Task Revive(int slot)
    {
        for (var lives = 1; !_over; lives++)
        {
            await _hosts[slot].Life.Died;
            await Task.Delay(TimeSpan.FromSeconds(_random.Next(10)), _time);
            _hosts[slot] = Start(slot, lives);
        }
    }

    private (PumpHost, IStore, Life) Start(int slot, int lives)
    {
        var life = new Life($"host{slot}.{lives}");
        IStore store = new FaultyStore(Store, life, Chaos);
        store = _scenario.Wrap?.Invoke(store, life, Chaos, Store) ?? store;
        var host = new PumpHost(life.Name, store, _time, new FaultyWorld(Record, life, Chaos), _options, _random, NewId);
        _ = host.Pump.Run(CancellationToken.None);
        return (host, store, life);
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
