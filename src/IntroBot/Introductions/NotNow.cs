namespace IntroBot.Introductions;

/// <summary>Whoever carries an introduction closes it kindly, with a reason from the programme's list and, if they like, a sentence to the introducer.</summary>
public static class NotNow
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, string reason, string? sentence) => introduction.State switch
    {
        _ when !actor.Carries(introduction) => new Decision.Refusal(nameof(Words.OnlyCarriers)),
        State.NotNow => new Decision.Nothing(),
        State.Acknowledged or State.Met or State.InProcess =>
            new Decision.Change(introduction with { State = State.NotNow, Reason = reason }, Steps.NotNow) { Sentence = sentence },
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
