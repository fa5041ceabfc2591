namespace IntroBot.Programmes;

/// <summary>Since when a programme file is in force, and when a newer one replaced it, if one did.</summary>
public sealed record InForce(DateTimeOffset Since, DateTimeOffset? Replaced = null);
