namespace IntroBot.Conversation.Understanding;

/// <summary>What a token is by its looks.</summary>
internal enum Shape
{
    Word,
    Number,
    Mention,
    Address,
}

/// <summary>What stands between a token and the one before it; the later, the stronger.</summary>
internal enum Break
{
    None,
    Comma,
    Colon,
    Sentence,
    Line,
}

/// <summary>
/// A word, number, mention or address of the text, from <paramref name="Start"/> up to <paramref name="End"/>. <paramref name="Plain"/> is it without case and accents, <paramref name="Root"/> without plural and feminine too. <paramref name="Glued"/>: a hyphen or an apostrophe
/// and nothing else stands before it. <paramref name="Address"/> is what an address says; a link that is nobody's profile has none.
/// </summary>
internal sealed record Token(int Start, int End, Shape Shape, string Plain, string Root, Break Before, bool Glued, bool Capital, Found? Address = null)
{
    /// <summary>The field the token went to.</summary>
    public Slot Slot { get; set; }

    /// <summary>What the lexicon knows to begin here: for each length in tokens, the kinds of that phrase, and those it would have with a capital.</summary>
    public List<(int Length, Kinds Kinds, Kinds WithCapital)> Phrases { get; } = [];
}

/// <summary>Where a token ends up. <see cref="Frame"/> is what the form itself says ("introduce", "to recruiting", "is a"); <see cref="Note"/> is kept from every other field.</summary>
internal enum Slot
{
    None,
    Frame,
    Contact,
    About,
    Location,
    Relation,
    Route,
    Address,
    Agreement,
    Note,
}
