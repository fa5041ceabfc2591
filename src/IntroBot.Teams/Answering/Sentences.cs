using IntroBot.Conversation;

namespace IntroBot.Teams.Answering;

/// <summary>The few messages that only Teams needs.</summary>
internal static class Sentences
{
    public static string TryAgain(Language language) => Phrases.In(language).Text(nameof(Words.TeamsTryAgain));

    public static string Done(Language language) => Phrases.In(language).Text(nameof(Words.TeamsDone));

    public static Card Card(Language language, string key) => Conversation.Card.Of(language, Phrases.In(language).Line(key));

    /// <summary>What went wrong beside fields, as one text, where there are no fields.</summary>
    public static string Errors(IEnumerable<string> sentences) => string.Join('\n', sentences);
}
