using IntroBot.Ledger;
using IntroBot.Tests.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Simulation;

/// <summary>What is simulated. <paramref name="Stops"/>: every host is asked to stop every few seconds, and replaced. <paramref name="Outage"/>: two seconds after the start, for so long, and nothing else.
/// <paramref name="Wrap"/> puts a mutant between a host and the store.</summary>
internal sealed record Scenario(
    int Seed,
    int Hosts = 3,
    int Conversations = 4,
    int Requests = 6,
    Rates? Rates = null,
    int PauseSeconds = 3,
    bool Stops = false,
    (TimeSpan Length, Rates Rates)? Outage = null,
    PumpOptions? Options = null,
    Func<IStore, Life, Chaos, MemoryStore, IStore>? Wrap = null);

/// <summary>A host and its life.</summary>
internal sealed record Running(PumpHost PumpHost, IStore Store, Life Life, CancellationTokenSource Stop, Task Run);

/// <summary>Hosts that die and come back, people who insist, one store, one thread, one seed.</summary>
internal sealed class Simulation
{
    private readonly Scenario _scenario;
    private readonly Stage _stage;
    private readonly Running[] _hosts;
    private readonly PumpOptions _options;
    private bool _over;

    private Simulation(Scenario scenario)
    {
        _scenario = scenario;
        _stage = new Stage(scenario.Seed);
        _hosts = new Running[scenario.Hosts];
        _options = scenario.Options ?? new PumpOptions();
        Chaos = new Chaos(_stage.Random, _stage.Time, _options.Lease);
        People = new Conversations(_stage.Random, _stage.Time, TimeSpan.FromSeconds(scenario.PauseSeconds), () => _hosts[_stage.Random.Next(_hosts.Length)]);
    }

    public MemoryStore Store { get; } = new();

    public Record Record { get; } = new();

    public Chaos Chaos { get; }

    public Conversations People { get; }

    /// <summary>From the end of the outage until everything owed was carried out.</summary>
    public TimeSpan Recovery { get; private set; }

    public IEnumerable<Aggregate> Aggregates => Enumerable.Range(0, _scenario.Conversations).Select(Conversations.Number);

    public static Simulation Run(Scenario scenario)
    {
        var simulation = new Simulation(scenario);
        simulation._stage.Play(simulation.Story);
        return simulation;
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

        var outage = Outage();
        Chaos.Rates = _scenario.Outage is null ? _scenario.Rates ?? Rates.Everything : new Rates();
        var requests = from aggregate in Aggregates from number in Enumerable.Range(0, _scenario.Requests) select People.Request(aggregate, $"{aggregate.Partition}-{number}");
        await Task.WhenAll([.. requests]);
        await outage;
        Chaos.Rates = new Rates();
        for (var minutes = 0; minutes < 180 && await Due() > 0; minutes++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _stage.Time);
        }

        _over = true;
    }

    private async Task Outage()
    {
        if (_scenario.Outage is not { } outage)
        {
            return;
        }

        await Task.Delay(TimeSpan.FromSeconds(2), _stage.Time);
        Chaos.Rates = outage.Rates;
        await Task.Delay(outage.Length, _stage.Time);
        Chaos.Rates = new Rates();
        var end = _stage.Time.GetUtcNow();
        while (People.Acknowledged.Count < _scenario.Conversations * _scenario.Requests || await Owed() > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _stage.Time);
        }

        Recovery = _stage.Time.GetUtcNow() - end;
    }

    private async Task<int> Owed()
    {
        var owed = 0;
        foreach (var aggregate in Aggregates)
        {
            owed += (await OutboxRow.ReadAll(Store, aggregate)).Count;
        }

        return owed;
    }

    private async Task Revive(int slot)
    {
        for (var lives = 1; !_over; lives++)
        {
            await Ended(_hosts[slot]);
            await Task.Delay(TimeSpan.FromSeconds(_stage.Random.Next(10)), _stage.Time);
            _hosts[slot] = Start(slot, lives);
        }
    }

    private async Task Ended(Running host)
    {
        var ends = _scenario.Stops ? Task.Delay(TimeSpan.FromSeconds(_stage.Random.Next(10)), _stage.Time) : host.Life.Died;
        if (await Task.WhenAny(ends, host.Life.Died) != host.Life.Died && !_over)
        {
            Chaos.Note("stops");
            Cancel(host.Stop);
            await Task.WhenAny(host.Run, host.Life.Died);
        }
    }

    /// <summary>On this thread: what it sets off belongs to the play.</summary>
    private static void Cancel(CancellationTokenSource source) => source.Cancel();

    private Running Start(int slot, int lives)
    {
        var life = new Life($"host{slot}.{lives}");
        IStore store = new FaultyStore(Store, life, Chaos);
        store = _scenario.Wrap?.Invoke(store, life, Chaos, Store) ?? store;
        var world = new FaultyWorld(Record, life, Chaos);
        var host = new PumpHost(life.Name, store, _stage.Time, world, _options, _stage.Random, _stage.NewId);
        world.Timers = host.Timers;
        var stop = new CancellationTokenSource();
        return new Running(host, store, life, stop, host.Pump.Run(stop.Token));
    }
}
