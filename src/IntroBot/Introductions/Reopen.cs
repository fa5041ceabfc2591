namespace IntroBot.Introductions;

/// <summary>A closed introduction goes on; whoever reopens it carries it, unless somebody already does.</summary>
public static class Reopen
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor) => introduction.State switch
    {
        _ when !actor.Carries(introduction) => new Decision.Refusal(nameof(Words.OnlyCarriers)),
        State.NotNow or State.Hired when introduction.Purged => new Decision.Refusal(nameof(Words.DetailsGone)),
        State.NotNow or State.Hired =>
            new Decision.Change(introduction with { State = State.Acknowledged, Reason = null, Claimer = introduction.Claimer ?? actor.Person.Id }, Steps.Reopen),
        State.Acknowledged => new Decision.Nothing(),
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
