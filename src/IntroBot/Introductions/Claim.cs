namespace IntroBot.Introductions;

/// <summary>A recruiter of the route, or whom it was passed to, takes an introduction. The first wins; a second press by the same person changes nothing.</summary>
public static class Claim
{
    /// <summary>Decides; <paramref name="thanks"/> are the recruiter's own words for the public thank-you.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, string? thanks) => introduction.State switch
    {
        _ when !actor.IsRecruiter => new Decision.Refusal(nameof(Words.OnlyRecruitersClaim)),
        State.Waiting => new Decision.Change(introduction with { State = State.Acknowledged, Claimer = actor.Person.Id }, Steps.Claim) { Thanks = true, Sentence = thanks },
        State.Acknowledged when actor.Person.Is(introduction.Claimer) => new Decision.Nothing(),
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
