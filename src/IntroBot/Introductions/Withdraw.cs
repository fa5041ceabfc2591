namespace IntroBot.Introductions;

/// <summary>The introducer takes an open introduction back: the details and everything typed are erased in the same commit.</summary>
public static class Withdraw
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor) => introduction.State switch
    {
        _ when !actor.Introduced(introduction) => new Decision.Refusal(nameof(Words.OnlyIntroducer)),
        State.Withdrawn => new Decision.Nothing(),
        _ when introduction.IsOpen || introduction.IsQuiet => new Decision.Change(introduction.Without() with { State = State.Withdrawn }, Steps.Withdraw) { Erases = true, Notes = introduction is { HasCard: true, Purged: false } },
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
