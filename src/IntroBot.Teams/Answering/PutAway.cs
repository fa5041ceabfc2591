using IntroBot.Conversation;
using IntroBot.Teams.Drawing;

namespace IntroBot.Teams.Answering;

/// <summary>What stands in the place of a form in plain chat once it is sent or put away, so that what was typed does not stay there.</summary>
internal static class PutAway
{
    public static AdaptiveCard Sent(Language language) => Of(language, nameof(Words.TeamsFormSent));

    public static AdaptiveCard Cancelled(Language language) => Of(language, nameof(Words.TeamsFormCancelled));

    private static AdaptiveCard Of(Language language, string key) => CardDrawing.Draw(Sentences.Card(language, key), Mentions.None)[0];
}
