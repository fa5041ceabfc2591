using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>What the contact does on their own page: correct, keep me in mind, take it back (also when introduced on somebody's word, before they have that page), erase, never again, report. Each takes one press, as agreeing did.</summary>
public static class KeepUp
{
    /// <summary>Corrects the details, and what they chose; <paramref name="details"/> is null when those stay. Once purged, be it since the form was read, there is nothing to correct but choices.</summary>
    public static Decision Correct(Introduction introduction, ContactInput input, Details? details)
    {
        var isKept = introduction is { HasCard: true, Purged: false };
        (var next, details) = isKept ? (input.On(introduction), details) : (input.Choices(introduction), null);
        return details is null && next == introduction ? new Decision.Nothing() : new Decision.Change(next, Steps.Correct) { Details = details, Joins = details is not null, Tells = false };
    }

    /// <summary>Wants to be kept in mind when this one closes, or no longer.</summary>
    public static Decision Pool(Introduction introduction, bool wants, ContactInput input, DateTimeOffset now) =>
        !introduction.HasCard || introduction.Purged ? new Decision.Refusal(nameof(Words.StandsElsewhere))
        : !wants && introduction.PoolSince is null ? new Decision.Nothing()
        : new Decision.Change(introduction with { PoolSince = wants ? now : null, Marks = introduction.Unmarked(Steps.PoolEnds) }, Steps.Pool) { Tells = false, Evidence = input.Evidence };

    /// <summary>Takes it back: the details are purged at once. What had ended stays ended as it was.</summary>
    public static Decision Withdraw(Introduction introduction, string step = Steps.Withdraw) => introduction switch
    {
        { State: State.Withdrawn or State.Declined or State.Expired or State.Erased } or { Purged: true } => new Decision.Nothing(),
        _ => new Decision.Change(
            introduction.Without() with { State = introduction.IsOpen ? State.Withdrawn : introduction.State, Purged = !introduction.IsOpen }, step)
        {
            Erases = true,
            Notes = introduction.HasCard,
            Tells = introduction.IsOpen,
        },
    };

    /// <summary>Erases everything, the page too: a tombstone is left.</summary>
    public static Decision Erase(Introduction introduction) => introduction.State == State.Erased ? new Decision.Nothing()
        : new Decision.Change(
            new Introduction
            {
                Id = introduction.Id,
                Code = introduction.Code,
                Introducer = introduction.Introducer,
                Route = introduction.Route,
                Round = introduction.Round,
                CreatedAt = introduction.CreatedAt,
                WaitingSince = introduction.WaitingSince,
                State = State.Erased,
                Ended = introduction.Ended ?? introduction.State,
                Muted = introduction.Muted,
                Hears = introduction.Hears,
            },
            Steps.Erase)
        {
            Erases = true,
            Notes = introduction is { HasCard: true, Purged: false },
            Tells = introduction.IsOpen,
        };

    /// <summary>Reports that this is not right: once is enough.</summary>
    public static Decision Abuse(Introduction introduction, DateTimeOffset now) => introduction.Marks.ContainsKey(Steps.Abuse) ? new Decision.Nothing()
        : new Decision.Change(introduction.Marked(Steps.Abuse, now), Steps.Abuse) { Tells = false, Reports = true };
}
