using IntroBot.Introductions;
using IntroBot.Programmes;
using IntroBot.Routes;

namespace IntroBot.Agreements;

/// <summary>Something the clock does to an introduction: the step, and from when on.</summary>
public sealed record Deadline(string Step, DateTimeOffset At);

/// <summary>
/// What the clock owes an introduction as it stands. Everything follows from the head and the programme, so nothing has to be cancelled when things move on. The clocks are those of the CNIL's guide
/// to recruitment (2023) and of Art. 14(3)(a) GDPR, as the programme sets them.
/// </summary>
public static class Deadlines
{
    private static readonly TimeSpan s_reminder = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_notice = TimeSpan.FromDays(2);

    /// <summary>What comes next; null when nothing does.</summary>
    public static Deadline? Next(Introduction introduction, Programme programme) =>
        All(introduction, programme.Retention).Concat(Reminders.Of(introduction, programme)).MinBy(static deadline => deadline.At);

    /// <summary>When what is kept of the contact will be purged; null while that is open, and when nothing is kept.</summary>
    public static DateTimeOffset? Purge(Introduction introduction, Retention kept) => introduction switch
    {
        { State: State.Erased } => null,
        { State: State.AwaitingAgreement } => introduction.CreatedAt.AddDays(kept.Unanswered),
        { HasCard: true, Confirmed: false, Purged: false } => Earlier(introduction.CreatedAt.AddDays(kept.Unconfirmed), Ended(introduction, kept)),
        _ => Ended(introduction, kept),
    };

    private static IEnumerable<Deadline> All(Introduction introduction, Retention kept)
    {
        if (introduction.State == State.AwaitingAgreement || introduction.IsQuiet)
        {
            var expires = introduction.CreatedAt.AddDays(kept.Unanswered);
            var reminder = introduction.CreatedAt + s_reminder;
            if (reminder < expires && !introduction.Marks.ContainsKey(Steps.AskAgain) && !introduction.Marks.ContainsKey(Steps.Remind))
            {
                yield return new Deadline(Steps.AskAgain, reminder);
            }

            yield return new Deadline(Steps.Expire, expires);
            yield break;
        }

        if (Purge(introduction, kept) is { } purge)
        {
            yield return new Deadline(Steps.Purge, purge);
            if (introduction is { HasCard: true, Confirmed: false, Purged: false } && !introduction.Marks.ContainsKey(Steps.Unconfirmed))
            {
                yield return new Deadline(Steps.Unconfirmed, purge - s_notice);
            }

            if (introduction is { State: State.NotNow, PoolSince: { } since } && purge > PoolEnds(since, kept).AddMonths(-1) && !introduction.Marks.ContainsKey(Steps.PoolEnds))
            {
                yield return new Deadline(Steps.PoolEnds, PoolEnds(since, kept).AddMonths(-1));
            }
        }
    }

    // Purged before it ended, sentences may have been typed since; purged by the contact, their page is left. Both have an end.
    private static DateTimeOffset? Ended(Introduction introduction, Retention kept) => (introduction.State, introduction.ClosedAt) switch
    {
        (_, { } closed) when introduction is { Purged: true, Link: null } && !(introduction.Marks.TryGetValue(Steps.Purge, out var purged) && purged < closed) => null,
        (State.Hired, { } closed) => closed.AddMonths(kept.Hired),
        (State.NotNow, { } closed) when introduction.PoolSince is { } since && PoolEnds(since, kept) > closed.AddMonths(kept.Closed) => PoolEnds(since, kept),
        (State.NotNow, { } closed) => closed.AddMonths(kept.Closed),
        (State.Withdrawn or State.Declined or State.Expired, { } closed) when introduction.Link is not null => closed.AddMonths(kept.Closed),
        _ => null,
    };

    private static DateTimeOffset PoolEnds(DateTimeOffset since, Retention kept) => since.AddMonths(kept.Pool);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
