using IntroBot.Agreements;

namespace IntroBot.Introductions;

/// <summary>The introducer passes the contact's link on again: a new one, after which the former is dead, or a reminder with the same one, once.</summary>
public static class PassTheLinkOn
{
    // Each is a row; nobody needs more.
    private const int Most = 10;

    /// <summary>Another link; <paramref name="link"/> is the one that takes the former's place.</summary>
    public static Decision Resend(Introduction introduction, Actor actor, ContactLink link) => introduction switch
    {
        _ when !actor.Introduced(introduction) => new Decision.Refusal(nameof(Words.OnlyIntroducer)),
        { IsAsked: false } => new Decision.Refusal(nameof(Words.StandsElsewhere)),
        { Links.Count: > Most } => new Decision.Refusal(nameof(Words.EnoughLinks)),
        _ => new Decision.Change(introduction.IsQuiet ? introduction with { Decoy = link, Links = [.. introduction.Links, link.Hash] } : introduction.With(link), Steps.Resend),
    };

    /// <summary>The reminder.</summary>
    public static Decision Remind(Introduction introduction, Actor actor, DateTimeOffset now) => introduction switch
    {
        _ when !actor.Introduced(introduction) => new Decision.Refusal(nameof(Words.OnlyIntroducer)),
        { IsQuiet: false, State: not State.AwaitingAgreement } => new Decision.Refusal(nameof(Words.StandsElsewhere)),
        _ when introduction.Marks.ContainsKey(Steps.Remind) => new Decision.Refusal(nameof(Words.OneReminder)),
        _ => new Decision.Change(introduction.Marked(Steps.Remind, now), Steps.Remind),
    };
}
