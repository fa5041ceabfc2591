namespace IntroBot.Conversation;

/// <summary>A language people read us in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,
}
