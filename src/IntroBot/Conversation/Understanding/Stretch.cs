namespace IntroBot.Conversation.Understanding;

/// <summary>Tokens from <paramref name="From"/> up to <paramref name="To"/>.</summary>
internal readonly record struct Stretch(int From, int To)
{
    public int Length => To - From;

    public bool Holds(int at) => at >= From && at < To;
}
