using IntroBot.Agreements;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>
/// What a silent introduction brings about, in the thread of its card: the recruiters are nudged after 2 working days, whoever backs the route is asked after 4, and every 10 from then on. Whoever
/// carries it is asked what happened after 10 without a word, and again every 10; the second time it is whoever backs the route.
/// </summary>
public static class Reminders
{
    private const int ToAskFallback = 4;

    /// <summary>What the clock owes an introduction as it stands, by the working days of its route.</summary>
    public static IEnumerable<Deadline> Of(Introduction introduction, Programme programme)
    {
        DateTimeOffset After(DateTimeOffset since, int days) => programme.AddWorkingDays(programme.RouteOf(introduction), since, days);
        var (waiting, quiet) = (introduction.WaitingSince, introduction.QuietSince);
        switch (introduction.State)
        {
            case State.Waiting when introduction.IsMarked(Steps.AskFallback, waiting):
                yield return new Deadline(Steps.AskFallback, After(introduction.Latest(waiting, Steps.AskFallback), Promises.ToTell));
                break;
            case State.Waiting when introduction.IsMarked(Steps.Nudge, waiting):
                yield return new Deadline(Steps.AskFallback, After(waiting, ToAskFallback));
                break;
            case State.Waiting:
                yield return new Deadline(Steps.Nudge, After(waiting, Promises.ToAnswer));
                break;
            case State.Acknowledged or State.Met or State.InProcess:
                var isFallbacksTurn = introduction.IsMarked(Steps.WhatHappened, quiet) && !introduction.IsMarked(Steps.AskFallback, quiet);
                var asked = introduction.Latest(introduction.Latest(quiet, Steps.WhatHappened), Steps.AskFallback);
                yield return new Deadline(isFallbacksTurn ? Steps.AskFallback : Steps.WhatHappened, After(asked, Promises.ToTell));
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a step is one of these.</summary>
    public static bool Is(string step) => step is Steps.Nudge or Steps.AskFallback or Steps.WhatHappened;

    /// <summary>Whether a reminder still says what is true: nobody took it, passed it on or told anything since.</summary>
    public static bool Holds(Introduction introduction, Event reminder) =>
        introduction.State == reminder.To && (introduction.State == State.Waiting ? introduction.WaitingSince : introduction.QuietSince) <= reminder.At;
}
