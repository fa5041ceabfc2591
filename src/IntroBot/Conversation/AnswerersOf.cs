using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>The people a programme lets answer introductions.</summary>
internal static class AnswerersOf
{
    /// <summary>Everybody an introduction can be passed to: the recruiters of all routes, each once.</summary>
    public static IEnumerable<PersonRef> Answerers(this Programme programme) => programme.Routes.SelectMany(static route => route.Recruiters).Distinct();
}
