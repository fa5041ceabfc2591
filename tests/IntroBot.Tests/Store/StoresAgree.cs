using System.Globalization;
using CsCheck;
using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

/// <summary>Random commits, reads and pages, on the reference, SQLite and Azure Tables: what one answers, all answer.</summary>
public sealed class Stores_agree(Azurite azurite, ITestOutputHelper output)
{
    private static readonly string[] Keys = ["head", "e|1", "e|2", "o|1", "q|a", "lease", "x"];
    private static readonly string[] Starts = ["", "e|", "e|1", "o"];
    private static readonly string[] Ends = ["e}", "f", "o|1", "~"];

    // A write by kind, with the ETag that stands there (0), an older one (1) or another row's (2).
    private static readonly Gen<Planned> GenWrite = Gen.Select(Gen.Int[0, 5], Gen.Frequency((6, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2))), Gen.Int[0, 200])
        .Select((kind, etag, size) => new Planned(kind, etag, size));

    private static readonly Gen<Step> GenStep = Gen.Frequency<Step>(
        (6, Gen.Select(Gen.Shuffle(Keys), GenWrite.Array[1, 5]).Select((keys, writes) => (Step)new Step.Write(keys, writes))),
        (1, Gen.Const((Step)new Step.Again())),
        (2, Gen.Int[0, Keys.Length - 1].Select(key => (Step)new Step.Read(Keys[key]))),
        (2, Gen.Select(Gen.Int[0, Starts.Length - 1], Gen.Int[0, Ends.Length - 1], Gen.Int[1, 8]).Select((from, to, take) => (Step)new Step.Pages(Starts[from], Ends[to], take))));

    [Fact]
    public async Task In_every_answer()
    {
        var prove = Environment.GetEnvironmentVariable("PROVE") == "1";
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("SEED"), CultureInfo.InvariantCulture, out var given) ? given : (ulong)Random.Shared.NextInt64();
        var steps = GenStep.Array[20];
        using var file = new TemporarySqlite();
        var azure = await azurite.Store();
        Task Check(Step[] run) => Agree(run, file.Store, azure);
        var (runs, n) = (prove ? 500 : 60, 0);
        for (uint run = 0; run < runs; run++)
        {
            var source = new PCG(run, seed);
            var start = source.ToString();
            var drawn = steps.Generate(source, null, out _);
            try
            {
                await Check(drawn);
            }
            catch (Xunit.Sdk.XunitException)
            {
                output.WriteLine($"diverged in run {run} of seed {seed}; shrinking");
                await steps.SampleAsync(Check, seed: start, iter: 200, threads: 1);
                throw;
            }

            n += drawn.Length;
        }

        output.WriteLine($"n = {n} operations on each of 3 stores, 0 divergence, seed {seed}");
    }

    private static async Task Agree(Step[] steps, params IStore[] stores)
    {
        var players = new IStore[] { new MemoryStore() }.Concat(stores).Select(store => new Player(Partition.Fresh(store))).ToList();
        for (var i = 0; i < steps.Length; i++)
        {
            var op = Guid.NewGuid();
            var expected = await players[0].Play(steps[i], op);
            foreach (var player in players[1..])
            {
                var answer = await player.Play(steps[i], op);
                Assert.True(expected == answer, $"step {i}, {steps[i]}: {player.Name} answers '{answer}', the reference '{expected}'");
            }
        }
    }

    internal sealed record Planned(int Kind, int ETag, int Size);

    internal abstract record Step
    {
        internal sealed record Write(string[] Keys, Planned[] Writes) : Step
        {
            public override string ToString() => string.Join(", ", Writes.Zip(Keys, (write, key) => $"{key}: {write}"));
        }

        internal sealed record Again : Step;

        internal sealed record Read(string Key) : Step;

        internal sealed record Pages(string From, string To, int Take) : Step;
    }

    // Plays steps on one store and says what it answered, in words that leave out the ETags, which differ.
    private sealed class Player(Partition rows)
    {
        private readonly Dictionary<string, List<string>> _etags = [];
        private (Guid Op, Write[] Writes)? _last;

        public string Name => rows.Store.GetType().Name;

        public async Task<string> Play(Step step, Guid op)
        {
            switch (step)
            {
                case Step.Write write:
                    _last = (op, [.. write.Writes.Zip(write.Keys, ToWrite)]);
                    return await Commit();
                case Step.Again:
                    return _last is null ? "nothing" : await Commit();
                case Step.Read read:
                    return await rows.Get(read.Key) is { } row ? Say(row) : "null";
                default:
                    return await Read((Step.Pages)step);
            }
        }

        private async Task<string> Commit()
        {
            var (op, writes) = _last!.Value;
            var result = await rows.Commit(op, writes);
            foreach (var (write, etag) in writes.Zip(result.ETags).Where(pair => pair.Second is not null))
            {
                Known(write.Key).Add(etag!);
            }

            return $"{result.Outcome} {result.Index} {string.Concat(result.ETags.Select(etag => etag is null ? '-' : 'E'))}";
        }

        private async Task<string> Read(Step.Pages pages)
        {
            var (said, continuation) = ("", (string?)null);
            do
            {
                var page = await rows.Query(pages.From, pages.To, pages.Take, continuation);
                said += string.Join(", ", page.Rows.Select(Say)) + (page.Continuation is null ? "." : "; ");
                continuation = page.Continuation;
            }
            while (continuation is not null);
            return said;
        }

        private string Say(Row row) =>
            $"{row.Key} {Convert.ToHexString(row.Body.Span)} {row.Op} v{row.Version} {(Known(row.Key).LastOrDefault() == row.ETag ? "as written" : "under another ETag")}";

        private Write ToWrite(Planned planned, string key)
        {
            var body = new byte[planned.Size];
            new Random(planned.Size).NextBytes(body);
            return planned.Kind switch
            {
                0 => new Write.Insert(key, body),
                1 => new Write.Upsert(key, body),
                2 or 3 when ETag(planned, key) is { } etag => new Write.Replace(key, body, etag),
                4 when ETag(planned, key) is { } etag => new Write.Delete(key, etag),
                5 => new Write.Delete(key),
                _ => new Write.Insert(key, body),
            };
        }

        private string? ETag(Planned planned, string key) => planned.ETag switch
        {
            0 => Known(key).LastOrDefault(),
            1 => Known(key) is { Count: > 1 } known ? known[^2] : null,
            _ => _etags.Where(known => known.Key != key).SelectMany(known => known.Value).FirstOrDefault(),
        };

        private List<string> Known(string key) => _etags.TryGetValue(key, out var known) ? known : _etags[key] = [];
    }
}
