namespace IntroBot.Programmes;

/// <summary>Something to hand over as a keepsake, never money; <paramref name="After"/> says what it marks.</summary>
public sealed record TokenOfThanks(Bilingual Name, Milestone After);

/// <summary>What regularity is marked by.</summary>
public enum Milestone
{
    /// <summary>The first introduction.</summary>
    First,

    /// <summary>Introductions in 3 different months.</summary>
    ThreeMonths,

    /// <summary>A year of introductions.</summary>
    Year,
}
