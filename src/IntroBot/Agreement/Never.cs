using System.Collections.Immutable;
using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>The contact wants never to be contacted again: what is open ends, and no introduction with this address is taken from now on.</summary>
public static class Never
{
    /// <summary>Decides; <paramref name="address"/> are the partitions of the address, or addresses, that it is about.</summary>
    public static Decision Decide(Introduction introduction, ContactLink own, ContactInput input, ImmutableArray<string> address) =>
        new Decision.Change(
            input.OnTheirOwnPage(introduction, own).Without() with
            {
                State = introduction.State == State.AwaitingAgreement ? State.Declined : introduction.IsOpen ? State.Withdrawn : introduction.State,
                Purged = introduction.Purged || (introduction.HasCard && !introduction.IsOpen),
            },
            Steps.Never)
        {
            Erases = true,
            Blocks = address,
            Notes = introduction is { HasCard: true, Purged: false },
            Tells = introduction.IsOpen,
            Evidence = input.Evidence,
        };
}
