using IntroBot.Conversation;

namespace IntroBot.Introductions;

/// <summary>An introduction goes on to another route or person: before the claim by the route's recruiters, afterwards by whoever carries it. It waits again, on a new card.</summary>
public static class Pass
{
    /// <summary>Decides; <paramref name="person"/> is whom it is meant for, as the programme writes people, or null for the whole route, <paramref name="known"/> who that is.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, string route, string? person, PersonId? known, DateTimeOffset now) => introduction.State switch
    {
        State.Waiting when !actor.IsRecruiter => new Decision.Refusal(nameof(Words.OnlyRecruitersPass)),
        not State.Waiting when !actor.Carries(introduction) => new Decision.Refusal(nameof(Words.OnlyCarriers)),
        State.Waiting when introduction.Route == route && introduction.PassedTo == person => new Decision.Nothing(),
        State.Waiting or State.Acknowledged => new Decision.Change(
            introduction with { State = State.Waiting, Claimer = null, Route = route, PassedTo = person, PassedOnTo = known, Round = introduction.Round + 1, WaitingSince = now },
            Steps.Pass),
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
