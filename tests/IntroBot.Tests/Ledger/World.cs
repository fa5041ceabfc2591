using IntroBot.Ledger;

namespace IntroBot.Tests.Ledger;

/// <summary>What is outside: it remembers what reached it and answers as told; anything not told is accepted.</summary>
internal sealed class World : IEffects
{
    private readonly Queue<Func<IReadOnlyList<Effect>, Task<EffectResult>>> _answers = [];

    public List<string> Received { get; } = [];

    public HashSet<string> Once { get; } = [];

    public Func<IReadOnlyList<Effect>, DateTimeOffset, (int Count, TimeSpan Wait)> Gathers { get; set; } = (_, _) => (1, TimeSpan.Zero);

    public Func<IReadOnlyList<Effect>, Task<EffectResult>>? Always { get; set; }

    public List<(DateTimeOffset At, string Kind)> Rung { get; } = [];

    /// <summary>What comes of a moment: when to ring again; nothing, unless told.</summary>
    public Func<string, Task<DateTimeOffset?>> Rings { get; set; } = _ => Task.FromResult<DateTimeOffset?>(null);

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public void Answer(Func<IReadOnlyList<Effect>, Task<EffectResult>> answer) => _answers.Enqueue(answer);

    public void Answer(params EffectResult[] results)
    {
        foreach (var result in results)
        {
            Answer(_ => Task.FromResult(result));
        }
    }

    public Repeats Policy(Effect effect) => Once.Contains(effect.Kind) ? Repeats.Forbidden : Repeats.Allowed;

    public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) => Gathers(lane, now);

    public async Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        var answer = _answers.TryDequeue(out var next) ? next : Always;
        var result = answer is null ? EffectResult.Done.Nothing : await answer(effects).WaitAsync(cancellation);
        if (result is EffectResult.Done or EffectResult.Ambiguous)
        {
            Received.Add(string.Join('+', effects.Select(effect => $"{effect.Kind}{effect.Seq}")));
        }

        return result;
    }

    public Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation)
    {
        Rung.Add((Time.GetUtcNow(), kind));
        return Rings(kind).WaitAsync(cancellation);
    }
}
