using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>Does what time brings: reminds, expires, asks recruiters, purges. Each is a step like any other, decided on the introduction as it stands then.</summary>
public sealed class Clock(IntroductionReader reader, StepRunner runner, Programme programme, TimeProvider time)
{
    /// <summary>The kind of the moments that wake an introduction.</summary>
    public const string Kind = "wake";

    // More than an introduction that slept for years has to catch up on.
    private const int AtOnce = 20;

    /// <summary>Does what is due, and says when to come again.</summary>
    public async Task<DateTimeOffset?> Wake(IntroductionId id, CancellationToken cancellation)
    {
        for (var done = 0; done < AtOnce; done++)
        {
            if (await reader.Load(id, cancellation) is not { Introduction: var introduction } || Deadlines.Next(introduction, programme) is not { } next)
            {
                return null;
            }

            if (next.At > time.GetUtcNow())
            {
                return next.At;
            }

            await runner.Run(id, $"clock|{next.Step}|{Instants.Ticks(next.At)}", static _ => Actor.Clock, (loaded, _, now) =>
                Deadlines.Next(loaded, programme) == next ? Decide(loaded, next.Step, now) : new Decision.Nothing(), cancellation);
        }

        return time.GetUtcNow();
    }

    /// <summary>Decides a step of the clock.</summary>
    public static Decision Decide(Introduction introduction, string step, DateTimeOffset now) => step switch
    {
        Steps.AskAgain => new Decision.Change(introduction.Marked(step, now), step),
        Steps.Expire => new Decision.Change(introduction.Without() with { State = State.Expired, Ended = introduction.State }, step) { Erases = true },
        Steps.Purge when introduction is { State: State.Waiting, Confirmed: false } => new Decision.Change(Purged(introduction, now) with { State = State.Expired }, Steps.Expire) { Erases = true },
        Steps.Purge => new Decision.Change(Purged(introduction, now), step) { Erases = true, Tells = false, Notes = introduction.IsOpen },
        _ => new Decision.Change(introduction.Marked(step, now), step) { Tells = false, Notes = true },
    };

    private static Introduction Purged(Introduction introduction, DateTimeOffset now) => introduction.Without().Marked(Steps.Purge, now) with { Purged = true, Link = null, Links = [] };
}
