using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Recognition;

namespace IntroBot;

/// <summary>From an owed effect to the feature that carries it out.</summary>
public sealed class EffectRouter(IntroductionEffects introductions, KudosQueue kudos, Clock clock, Suppression suppression, AskFirstDesk questions, AuditTrail audit) : IEffects
{
    /// <inheritdoc/>
    public Repeats Policy(Effect effect) => effect.Kind == KudosQueue.Kind ? Repeats.Forbidden : Repeats.Allowed;

    /// <inheritdoc/>
    public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) =>
        (aggregate.Table == Table.KudosQ ? KudosQueue.Gather(lane.Count) : 1, TimeSpan.Zero);

    /// <inheritdoc/>
    public async Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        try
        {
            return aggregate.Table == Table.KudosQ
                ? await kudos.Post(effects, cancellation)
                : AskFirstDesk.Owes(effects[0].Kind) ? await questions.Perform(new IntroductionId(aggregate.Partition), effects[0], cancellation)
                : await introductions.Perform(new IntroductionId(aggregate.Partition), effects[0], cancellation);
        }
        catch (PlatformUnavailableException unavailable)
        {
            return new EffectResult.Later(TimeSpan.FromSeconds(15), Throttled: true, unavailable.Message);
        }
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation) => kind switch
    {
        Clock.Kind => clock.Wake(new IntroductionId(aggregate.Partition), cancellation),
        AskFirstDesk.Kind => questions.End(new IntroductionId(aggregate.Partition), cancellation),
        Suppression.Block => suppression.End(aggregate.Partition, cancellation),
        AuditTrail.Kind => audit.End(aggregate.Partition, cancellation),
        _ => throw new NotSupportedException(kind),
    };
}
