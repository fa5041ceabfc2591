using IntroBot.Ledger;

namespace IntroBot.Tests.Simulation;

/// <summary>Everything that ever reached the world outside, in order.</summary>
internal sealed class Record
{
    private readonly Dictionary<(Aggregate, long), (Life Life, int Troubles)> _last = [];

    public List<(Aggregate Aggregate, Effect Effect, bool First)> Received { get; } = [];

    /// <summary>Repeats for which nothing went wrong between the sending and the noting of either delivery.</summary>
    public List<string> Unexplained { get; } = [];

    public void Receive(Aggregate aggregate, Effect effect, Life life, int troubles)
    {
        var first = !_last.TryGetValue((aggregate, effect.Seq), out var last);
        if (!first && Undisturbed(last.Life, last.Troubles, aggregate) && Undisturbed(life, troubles, aggregate))
        {
            Unexplained.Add($"{aggregate} {effect.Key} by {last.Life.Name} then {life.Name}");
        }

        _last[(aggregate, effect.Seq)] = (life, troubles);
        Received.Add((aggregate, effect, first));
    }

    /// <summary>Moments that were planned, each for one effect, and when they rang.</summary>
    public Dictionary<(Aggregate Aggregate, string Kind), DateTimeOffset> Planned { get; } = [];

    public List<(Aggregate Aggregate, string Kind, DateTimeOffset At)> Rung { get; } = [];

    private static bool Undisturbed(Life life, int troubles, Aggregate aggregate) =>
        !life.Died.IsCompleted && !life.Stalled.Contains(aggregate) && life.Troubles(aggregate) == troubles;
}

/// <summary>A host's way to the world outside.</summary>
internal sealed class FaultyWorld(Record record, Life life, Chaos chaos) : IEffects
{
    /// <summary>Effects of this kind must never reach the world twice.</summary>
    public const string Once = "thanks";

    /// <summary>Effects of this kind plan a moment, some seconds ahead.</summary>
    public const string Plans = "plan";

    public Timers? Timers { get; set; }

    public Repeats Policy(Effect effect) => effect.Kind == Once ? Repeats.Forbidden : Repeats.Allowed;

    public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) => (lane[0].Kind == Once ? 3 : 1, TimeSpan.Zero);

    public async Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        var troubles = life.Troubles(aggregate);
        await chaos.Moment(life, aggregate);
        if (chaos.Strikes(chaos.Rates.Throttled, "throttled"))
        {
            return new EffectResult.Later(TimeSpan.FromSeconds(chaos.Random.Next(40)), Throttled: true, "ratelimited");
        }

        if (chaos.Strikes(chaos.Rates.Down, "down"))
        {
            return new EffectResult.Later(TimeSpan.Zero, Throttled: false, "unavailable");
        }

        if (chaos.Strikes(chaos.Rates.Unclear, "unclear, not received"))
        {
            return new EffectResult.Ambiguous("timeout");
        }

        if (effects[0].Kind == Plans)
        {
            var moment = (aggregate, $"moment{effects[0].Seq}");
            record.Planned.TryAdd(moment, chaos.Time.GetUtcNow() + TimeSpan.FromSeconds(chaos.Random.Next(40)));
            await Timers!.Plan(aggregate, moment.Item2, record.Planned[moment], cancellation);
            life.Trouble(aggregate);
        }

        foreach (var effect in effects)
        {
            record.Receive(aggregate, effect, life, troubles);
        }

        await chaos.Moment(life, aggregate);
        if (chaos.Strikes(chaos.Rates.Unclear, "unclear, received"))
        {
            life.Trouble(aggregate);
            return new EffectResult.Ambiguous("timeout");
        }

        return EffectResult.Done.Nothing;
    }

    public async Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation)
    {
        await chaos.Moment(life, aggregate);
        if (chaos.Strikes(chaos.Rates.Unclear, "rang in vain"))
        {
            throw new StoreUnavailableException("no answer");
        }

        record.Rung.Add((aggregate, kind, chaos.Time.GetUtcNow()));
        await chaos.Moment(life, aggregate);
        return null;
    }
}
