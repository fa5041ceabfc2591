using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>The contact, introduced on somebody's word, says "I never agreed": everything is purged, nobody is blamed, and owners see how often it happens.</summary>
public static class Deny
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, ContactLink own, ContactInput input) =>
        introduction is not { Link.Purpose: LinkPurpose.Word, HasCard: true } ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : new Decision.Change(input.Choices(introduction.With(own)).Without() with { State = State.Withdrawn }, Steps.Deny)
        {
            Erases = true,
            Notes = true,
            Reports = true,
            Evidence = input.Evidence,
        };
}
