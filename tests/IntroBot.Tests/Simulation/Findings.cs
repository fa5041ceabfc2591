using System.Globalization;
using IntroBot.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Simulation;

/// <summary>What a history, or many of them, came to.</summary>
internal sealed class Findings
{
    private readonly Dictionary<string, int> _counts = [];

    public int this[string what] => _counts.GetValueOrDefault(what);

    public TimeSpan LongestRecovery { get; private set; }

    public List<string> Broken { get; } = [];

    public async Task Add(Simulation simulation, int seed)
    {
        foreach (var (what, count) in simulation.Chaos.Counts)
        {
            Add(what, count);
        }

        Add("histories", 1);
        LongestRecovery = simulation.Recovery > LongestRecovery ? simulation.Recovery : LongestRecovery;
        Add("acknowledged requests", simulation.People.Acknowledged.Count);
        await Rule(seed, "left in the due index", await simulation.Due());
        await Rule(seed, "unexplained repeats", simulation.Record.Unexplained.Count, string.Join(", ", simulation.Record.Unexplained));
        var (planned, rung) = (simulation.Record.Planned, simulation.Record.Rung);
        Add("moments planned", planned.Count);
        Add("moments rung again", rung.Count - rung.Select(static one => (one.Aggregate, one.Kind)).Distinct().Count());
        await Rule(seed, "moments that never rang", planned.Keys.Except(rung.Select(static one => (one.Aggregate, one.Kind))).Count());
        await Rule(seed, "moments that rang too early", rung.Count(one => one.At < planned[(one.Aggregate, one.Kind)]));
        foreach (var aggregate in simulation.Aggregates)
        {
            await Add(simulation, aggregate, seed);
        }
    }

    public override string ToString() => string.Join(", ", _counts.Select(pair => $"{pair.Key} {pair.Value}"));

    private async Task Add(Simulation simulation, Aggregate aggregate, int seed)
    {
        var owed = await Conversations.Owed(simulation.Store, aggregate);
        var parked = (await simulation.Store.Query(aggregate.Table, aggregate.Partition, "x|", "x}", 1000, null, CancellationToken.None)).Rows.Select(row => long.Parse(row.Key[2..], CultureInfo.InvariantCulture)).ToHashSet();
        var received = simulation.Record.Received.Where(one => one.Aggregate == aggregate).ToList();
        var arrived = received.Select(one => one.Effect.Seq).ToHashSet();
        var requests = owed.Select(one => (one.Request, one.Seq)).GroupBy(one => one.Request).Select(group => group.Key).ToList();
        var events = (await simulation.Store.Query(aggregate.Table, aggregate.Partition, "e|", "e}", 1000, null, CancellationToken.None)).Rows.Count;
        Add("effects owed", owed.Count);
        Add("repeats", received.Count(one => !one.First));
        Add("parked", parked.Count);
        await Rule(seed, "requests committed more or less than once", events - requests.Count + simulation.People.Acknowledged.Count(name => name.StartsWith(aggregate.Partition, StringComparison.Ordinal) && !requests.Contains(name)));
        await Rule(seed, "lost", owed.Count(one => !arrived.Contains(one.Seq) && !parked.Contains(one.Seq)));
        await Rule(seed, "never owed", arrived.Except(owed.Select(one => one.Seq)).Count());
        await Rule(seed, "parked that may be repeated", owed.Count(one => one.Kind != FaultyWorld.Once && parked.Contains(one.Seq)));
        await Rule(seed, "repeated that must not be", received.Count(one => one.Effect.Kind == FaultyWorld.Once && !one.First));
        await Rule(seed, "out of order", received.Where(one => one.First && !parked.Contains(one.Effect.Seq)).GroupBy(one => one.Effect.Lane).Sum(lane => lane.Zip(lane.Skip(1)).Count(pair => pair.First.Effect.Seq > pair.Second.Effect.Seq)));
        await Rule(seed, "left in the outbox", (await OutboxRow.ReadAll(simulation.Store, aggregate)).Count);
    }

    private Task Rule(int seed, string what, int count, string where = "")
    {
        Add(what, count);
        if (count > 0)
        {
            Broken.Add($"seed {seed}: {count} {what} {where}");
        }

        return Task.CompletedTask;
    }

    private void Add(string what, int count) => _counts[what] = this[what] + count;
}
