namespace IntroBot.Playground;

/// <summary>How the bot, which the Playground knows over the wire alone, is made to forget everything; the host knows.</summary>
/// <param name="Everything">Forgets.</param>
public sealed record Forgetting(Func<Task> Everything);
