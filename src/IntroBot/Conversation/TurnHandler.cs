namespace IntroBot.Conversation;

/// <summary>Answers a turn: authorises, decides, commits. Platforms call it after they have proved the caller and before they acknowledge.</summary>
public delegate Task<Answer> TurnHandler(Turn turn, CancellationToken cancellation);
