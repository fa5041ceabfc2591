using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>The contact, asked by the introducer, agrees on their page: what they typed goes to the recruiters, and a link of their own takes the place of the forwarded one.</summary>
public static class Agree
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Introduction introduction, ContactLink own, ContactInput input, Details details, DateTimeOffset now) =>
        introduction is not { State: State.AwaitingAgreement, Link.Purpose: LinkPurpose.Invite } ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : new Decision.Change(input.On(introduction.With(own)) with { State = State.Waiting, WaitingSince = now, Confirmed = true }, Steps.Agree)
        {
            Details = details,
            Joins = true,
            Evidence = input.Evidence,
        };
}
