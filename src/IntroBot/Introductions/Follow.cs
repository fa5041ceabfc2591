namespace IntroBot.Introductions;

/// <summary>The introducer follows or mutes an introduction: whether private messages come at each step.</summary>
public static class Follow
{
    /// <summary>Decides for <see cref="Steps.Follow"/> and <see cref="Steps.Mute"/>.</summary>
    public static Decision Decide(Introduction introduction, Actor actor, string step) =>
        !actor.Introduced(introduction) ? new Decision.Refusal(nameof(Words.OnlyIntroducer))
        : introduction.Muted == (step == Steps.Mute) ? new Decision.Nothing()
        : new Decision.Change(introduction with { Muted = step == Steps.Mute }, step) { Tells = false };
}
