using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>One sentence or label in both languages; neither is empty.</summary>
public sealed record Bilingual(string En, string Fr)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Fr ? Fr : En;
}
