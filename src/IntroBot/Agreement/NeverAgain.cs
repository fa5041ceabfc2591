using IntroBot.Introductions;
using IntroBot.Ledger;

namespace IntroBot.Agreements;

/// <summary>Carries out "never contact me again": the address is kept as one not to be contacted, and whatever else is open under it ends too.</summary>
public sealed class NeverAgain(Suppression suppression, Joining joining, StepRunner runner, ErasureJournal journal)
{
    /// <summary>Carries it out.</summary>
    public async Task<EffectResult> Keep(Introduction introduction, Event happened, string partition, CancellationToken cancellation)
    {
        var until = Suppression.Ends(happened.At);
        await suppression.Keep(partition, until, cancellation);
        await journal.Write(new Erasure(happened.At, $"{introduction.Id}-{happened.Seq}-block") { Partition = partition, Until = until }, cancellation);
        foreach (var other in await joining.Under(partition, cancellation))
        {
            await runner.Run(other, $"never|{introduction.Id}", static _ => Actor.Contact, static (found, _, _) => KeepUp.Withdraw(found, Steps.Never), cancellation);
        }

        return EffectResult.Done.Nothing;
    }
}
