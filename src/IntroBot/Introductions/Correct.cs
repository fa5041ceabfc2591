namespace IntroBot.Introductions;

/// <summary>The introducer corrects an open introduction: what the card shows and the contact's details.</summary>
public static class Correct
{
    /// <summary>Whether it may be corrected; null when it may.</summary>
    public static Decision? Refusal(Introduction introduction, Actor actor) =>
        !actor.Introduced(introduction) ? new Decision.Refusal(nameof(Words.OnlyIntroducer))
        : !introduction.IsOpen && !introduction.IsQuiet ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : introduction.IsQuiet ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : introduction.Confirmed ? new Decision.Refusal(nameof(Words.DetailsAreTheirs))
        : introduction.Purged ? new Decision.Refusal(nameof(Words.DetailsGone))
        : null;

    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, IntroduceInput input, Details details) =>
        Refusal(introduction, actor) ??
        new Decision.Change(introduction with { About = input.About, Location = input.Location, Relation = input.Relation }, Steps.Correct) { Details = details, Joins = details.Contacts.Count > 0 };
}
