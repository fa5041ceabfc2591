namespace IntroBot.Recognition;

/// <summary>A word, number or sign of a thank-you: <paramref name="Plain"/> without case and accents, <paramref name="At"/> and <paramref name="Length"/> in the text as typed (UTF-16 units).</summary>
internal readonly record struct NoBountyToken(NoBountyTokenKind Kind, string Plain, int At, int Length, NoBountyGap Gap, bool Joined = false)
{
    public int End => At + Length;
}

/// <summary>What a token is.</summary>
internal enum NoBountyTokenKind
{
    Word,
    Number,
    Currency,
    Percent,
    SentenceEnd,
}

/// <summary>What stands between a token and the one before.</summary>
internal enum NoBountyGap
{
    Nothing,
    Mark,
    Space,
}
