using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>What recruiters read in the thread of a card when something happened that is not theirs to do: kind, without blame, and naming nobody outside.</summary>
public static class RecruiterNote
{
    /// <summary>The sentence; <paramref name="whom"/> is who is spoken to.</summary>
    public static Line Line(Introduction introduction, Event happened, Line whom, Programme programme, Phrases say) => happened.Step switch
    {
        Steps.Unconfirmed => say.Line(nameof(Words.NoteUnconfirmed), whom, introduction.DisplayCode, Day(Deadlines.Purge(introduction, programme.Retention) ?? happened.At, programme, say)),
        Steps.Nudge => say.Line(nameof(Words.NoteNudge), whom, introduction.DisplayCode),
        Steps.AskFallback when introduction.State == State.Waiting => say.Line(nameof(Words.NoteAskFallback), whom, introduction.DisplayCode),
        Steps.AskFallback => say.Line(nameof(Words.NoteAskFallbackSilent), whom, introduction.DisplayCode),
        Steps.WhatHappened => say.Line(nameof(Words.NoteWhatHappened), whom, introduction.DisplayCode),
        Steps.PoolEnds => say.Line(nameof(Words.NotePoolEnds), whom, introduction.DisplayCode, Day(Deadlines.Purge(introduction, programme.Retention) ?? happened.At, programme, say)),
        Steps.Purge => say.Line(nameof(Words.NotePurged), whom, introduction.DisplayCode),
        Steps.Withdraw when happened.By != Actor.Contact.Person.Id => say.Line(nameof(Words.NoteWithdrawn), whom, introduction.DisplayCode),
        _ => say.Line(nameof(Words.NoteEnded), whom, introduction.DisplayCode),
    };

    private static string Day(DateTimeOffset at, Programme programme, Phrases say) => say.Day(at, programme.Zone);
}
