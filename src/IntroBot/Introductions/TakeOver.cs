namespace IntroBot.Introductions;

/// <summary>The fallback or an owner carries on for a recruiter who is away.</summary>
public static class TakeOver
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor) => introduction.State switch
    {
        _ when !actor.IsFallback && !actor.IsOwner => new Decision.Refusal(nameof(Words.OnlyFallbacks)),
        State.Acknowledged or State.Met or State.InProcess when actor.Person.Is(introduction.Claimer) => new Decision.Nothing(),
        State.Acknowledged or State.Met or State.InProcess => new Decision.Change(introduction with { Claimer = actor.Person.Id }, Steps.TakeOver),
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
