namespace IntroBot.Introductions;

/// <summary>Whoever carries an introduction says how far it went: met, in process, hired; forwards only.</summary>
public static class Progress
{
    /// <summary>The step that leads to a state.</summary>
    public static State? Target(string step) => step switch
    {
        Steps.Met => State.Met,
        Steps.InProcess => State.InProcess,
        Steps.Hired => State.Hired,
        _ => null,
    };

    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, string step)
    {
        var target = Target(step)!.Value;
        return introduction.State switch
        {
            _ when !actor.Carries(introduction) => new Decision.Refusal(nameof(Words.OnlyCarriers)),
            var state when state == target => new Decision.Nothing(),
            State.Acknowledged or State.Met or State.InProcess when introduction.State < target => new Decision.Change(introduction with { State = target }, step),
            _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
        };
    }
}
