namespace IntroBot.Programmes;

/// <summary>Limits against accidents: <paramref name="PerDay"/> new introductions a person and day.</summary>
public sealed record Limits(int PerDay);
