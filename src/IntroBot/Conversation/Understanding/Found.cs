using IntroBot.Introductions;

namespace IntroBot.Conversation.Understanding;

/// <summary>Something that leads somewhere, from <paramref name="Start"/> up to <paramref name="End"/> of the text; <paramref name="Address"/> is null for a link that is nobody's profile.</summary>
internal sealed record Found(int Start, int End, Address? Address);
