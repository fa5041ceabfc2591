using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>Where thanks are posted, and in which language; without one, in the programme's.</summary>
public sealed record KudosChannel(Channels Channels, Language? Language = null);
