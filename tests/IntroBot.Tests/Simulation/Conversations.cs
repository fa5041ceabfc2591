using System.Globalization;
using System.Text;
using IntroBot.Ledger;
using IntroBot.Tests.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Simulation;

/// <summary>People who repeat a request until it is acknowledged, on whatever host is alive, after at most <paramref name="pause"/>.</summary>
internal sealed class Conversations(Random random, TimeProvider time, TimeSpan pause, Func<Running> anyHost)
{
    private static readonly string[] Kinds = ["card", "tell", FaultyWorld.Once, FaultyWorld.Plans];

    public HashSet<string> Acknowledged { get; } = [];

    public static Aggregate Number(int number) => new(Table.Intro, $"c{number:D4}");

    public async Task Request(Aggregate aggregate, string request)
    {
        while (!Acknowledged.Contains(request))
        {
            await Task.Delay(pause * random.NextDouble(), time);
            var host = anyHost();
            var attempt = Attempt(aggregate, request, host.PumpHost, host.Store);
            if (await Task.WhenAny(attempt, host.Life.Died) == attempt && await attempt)
            {
                Acknowledged.Add(request);
            }
        }
    }

    /// <summary>What the store says was committed: requests in order, and what each owes.</summary>
    public static async Task<List<(string Request, long Seq, string Kind)>> Owed(MemoryStore store, Aggregate aggregate)
    {
        var page = await store.Query(aggregate.Table, aggregate.Partition, "e|", "e}", 1000, null, CancellationToken.None);
        return [.. page.Rows.Select(row => Encoding.UTF8.GetString(row.Body.Span).Split(' '))
            .SelectMany(words => words[1..].Select(word => word.Split(':')).Select(effect => (words[0], long.Parse(effect[0], CultureInfo.InvariantCulture), effect[1])))];
    }

    private async Task<bool> Attempt(Aggregate aggregate, string request, PumpHost host, IStore store)
    {
        try
        {
            var known = await store.Get(aggregate.Table, aggregate.Partition, $"q|{request}", CancellationToken.None);
            return known is not null || (await Commit(aggregate, request, host, store)).Committed;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private async Task<CommitResult> Commit(Aggregate aggregate, string request, PumpHost host, IStore store)
    {
        var head = await store.Get(aggregate.Table, aggregate.Partition, "head", CancellationToken.None);
        var seq = head is null ? 0 : long.Parse(Encoding.UTF8.GetString(head.Body.Span), CultureInfo.InvariantCulture);
        List<Effect> effects = [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => Draw(seq + i))];
        var body = Encoding.UTF8.GetBytes((seq + effects.Count).ToString(CultureInfo.InvariantCulture));
        Write counter = head is null ? new Write.Insert("head", body) : new Write.Replace("head", body, head.ETag);
        var owed = $"{request} {string.Join(' ', effects.Select(effect => $"{effect.Seq}:{effect.Kind}"))}";
        Write[] writes = [counter, new Write.Insert($"e|{seq:D10}", Encoding.UTF8.GetBytes(owed)), new Write.Insert($"q|{request}", "{}"u8.ToArray())];
        return await host.Outbox.Commit(aggregate, writes, effects, CancellationToken.None);
    }

    private Effect Draw(long seq)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        return new Effect(seq, kind, kind, new Dictionary<string, string>());
    }
}
