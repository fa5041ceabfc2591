using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>The contact, asked by the introducer, says no. Everything is purged; if they like, it looks to the introducer as if nobody had answered.</summary>
public static class Decline
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, ContactLink own, ContactInput input) =>
        introduction is not { State: State.AwaitingAgreement, Link.Purpose: LinkPurpose.Invite } ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : new Decision.Change(input.Choices(introduction.With(own)).Without() with { State = State.Declined, Decoy = input.Hears == Hears.Nothing ? introduction.Link : null }, Steps.Decline)
        {
            Erases = true,
            Tells = input.Hears != Hears.Nothing,
            Evidence = input.Evidence,
        };
}
