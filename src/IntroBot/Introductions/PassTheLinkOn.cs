using IntroBot.Agreements;

namespace IntroBot.Introductions;

/// <summary>The introducer passes the contact's link on again: a new one, after which the former is dead, or a reminder with the same one, once.</summary>
public static class PassTheLinkOn
{
    // Each is a row; nobody needs more.
    private const int Most = 10;

    /// <summary>Another link; <paramref name="link"/> is the one that takes the former's place.</summary>
    public static Decision Resend(Introduction introduction, Actor actor, ContactLink link) =>
        Refusal(introduction, actor) ?? (introduction.Links.Count > Most ? new Decision.Refusal(nameof(Words.EnoughLinks))
            : new Decision.Change(introduction.IsQuiet ? introduction : introduction.With(link), Steps.Resend));

    /// <summary>The reminder.</summary>
    public static Decision Remind(Introduction introduction, Actor actor, DateTimeOffset now) =>
        Refusal(introduction, actor) ?? (introduction.State != State.AwaitingAgreement && !introduction.IsQuiet ? new Decision.Refusal(nameof(Words.StandsElsewhere))
            : introduction.Marks.ContainsKey(Steps.Remind) ? new Decision.Refusal(nameof(Words.OneReminder))
            : new Decision.Change(introduction.Marked(Steps.Remind, now), Steps.Remind));

    private static Decision? Refusal(Introduction introduction, Actor actor) =>
        !actor.Introduced(introduction) ? new Decision.Refusal(nameof(Words.OnlyIntroducer)) : !introduction.IsAsked ? new Decision.Refusal(nameof(Words.StandsElsewhere)) : null;
}
