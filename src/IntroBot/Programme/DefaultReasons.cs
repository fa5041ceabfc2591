using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>The reasons a programme has when its file names none: warm, true, and nobody's fault.</summary>
internal static class DefaultReasons
{
    public static ImmutableArray<NotNowReason> All { get; } =
    [
        Reason("no-opening", nameof(Words.ReasonNoOpening)),
        Reason("later", nameof(Words.ReasonLater)),
        Reason("other-path", nameof(Words.ReasonOtherPath)),
        Reason("their-choice", nameof(Words.ReasonTheirChoice)),
        Reason("elsewhere", nameof(Words.ReasonElsewhere)),
        Reason("no-contact", nameof(Words.ReasonNoContact)),
    ];

    private static NotNowReason Reason(string key, string words) => new(key, new Bilingual(Phrases.In(Language.En).Text(words), Phrases.In(Language.Fr).Text(words)));
}
