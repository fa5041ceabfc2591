using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>By when an introduction is answered, and how long it may stay silent afterwards: working days of its route.</summary>
public static class Promises
{
    /// <summary>Working days until somebody takes it.</summary>
    public const int ToAnswer = 2;

    /// <summary>Working days until whoever carries it tells something new.</summary>
    public const int ToTell = 10;

    /// <summary>When the next word is expected of the recruiters; null when none is.</summary>
    public static DateTimeOffset? NextWord(this Programme programme, Introduction introduction) => introduction.State switch
    {
        State.Waiting => programme.AddWorkingDays(programme.RouteOf(introduction), introduction.WaitingSince, ToAnswer),
        State.Acknowledged or State.Met or State.InProcess => programme.AddWorkingDays(programme.RouteOf(introduction), introduction.QuietSince, ToTell),
        _ => null,
    };

    /// <summary>Whether the next word has been expected for a while.</summary>
    public static bool IsOverdue(this Programme programme, Introduction introduction, DateTimeOffset now) => programme.NextWord(introduction) <= now;

    /// <summary>The route an introduction is on; the general one when the programme has it no longer.</summary>
    public static Route RouteOf(this Programme programme, Introduction introduction) => programme.FindRoute(introduction.Route) ?? programme.General;
}
