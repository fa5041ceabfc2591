using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>The contact, introduced on somebody's word, says "yes, that's me", with corrections if they like.</summary>
public static class Confirm
{
    /// <summary>Decides; <paramref name="details"/> is null when they corrected nothing of them.</summary>
    public static Decision Decide(Introduction introduction, ContactLink own, ContactInput input, Details? details) =>
        introduction is not { Link.Purpose: LinkPurpose.Word, HasCard: true } ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : new Decision.Change(input.On(introduction.With(own)) with { Confirmed = true }, Steps.Confirm) { Details = details, Joins = true, Evidence = input.Evidence };
}
