using IntroBot.Ledger;

namespace IntroBot.Tests.Simulation;

/// <summary>How often, per call, what goes wrong.</summary>
internal sealed record Rates(
    double Crash = 0, double Stall = 0, double LostAnswer = 0, double NotDone = 0, double Late = 0, double Slow = 0, double Throttled = 0, double Unclear = 0, double Down = 0)
{
    public static Rates Everything { get; } = new(0.004, 0.002, 0.01, 0.01, 0.004, 0.1, 0.05, 0.02);
}

/// <summary>One life of a host: it ends in the middle of any call, and then none of its calls ever comes back.</summary>
internal sealed class Life(string name)
{
    private readonly TaskCompletionSource _died = new();
    private readonly Dictionary<Aggregate, int> _troubles = [];

    public string Name => name;

    /// <summary>Where one of its calls is stuck, once for each.</summary>
    public List<Aggregate> Stalled { get; } = [];

    public Task Died => _died.Task;

    public void Die() => _died.TrySetResult();

    public void Trouble(Aggregate aggregate) => _troubles[aggregate] = Troubles(aggregate) + 1;

    public int Troubles(Aggregate aggregate) => _troubles.GetValueOrDefault(aggregate);
}

/// <summary>Decides by the seed what goes wrong, and counts it.</summary>
internal sealed class Chaos(Random random, TimeProvider time, TimeSpan lease)
{
    public Rates Rates { get; set; } = new();

    public Dictionary<string, int> Counts { get; } = [];

    public Random Random => random;

    public TimeProvider Time => time;

    public int Count(string what) => Counts.GetValueOrDefault(what);

    public void Note(string what) => Counts[what] = Count(what) + 1;

    public bool Strikes(double rate, string what)
    {
        var strikes = random.NextDouble() < rate;
        if (strikes)
        {
            Note(what);
        }

        return strikes;
    }

    /// <summary>A moment between two steps of a host: others run, it may stall for 1.7 leases, or die.</summary>
    public async Task Moment(Life life, Aggregate aggregate)
    {
        await Task.Yield();
        if (Strikes(Rates.Stall, "stalls"))
        {
            life.Stalled.Add(aggregate);
            await Task.Delay(lease * 1.7, time);
            life.Stalled.Remove(aggregate);
            life.Trouble(aggregate);
        }
        else if (Strikes(Rates.Slow, "slow"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 800)), time);
        }

        if (!life.Died.IsCompleted && Strikes(Rates.Crash, "crashes"))
        {
            life.Die();
        }

        if (life.Died.IsCompleted)
        {
            await new TaskCompletionSource().Task;
        }
    }
}
