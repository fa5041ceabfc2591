namespace IntroBot.Conversation.Understanding;

/// <summary>An introduction's code as people type it: <c>INT-7K3F2Q</c>, <c>int 7k3f2q</c>, <c>7k3f2q</c>. <paramref name="IsCertain"/>: it says that it is one.</summary>
public sealed record IntroductionCode(string Code, bool IsCertain)
{
    private const int Length = 6;

    /// <summary>Reads a code when the whole text is one; letters that Crockford's base32 leaves out are read as the digits they look like.</summary>
    public static IntroductionCode? Read(string text)
    {
        var folded = Typing.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        var isCertain = folded.Length == Length + 3 && folded.StartsWith("int", StringComparison.Ordinal);
        var code = (isCertain ? folded[3..] : folded).Replace('o', '0').Replace('i', '1').Replace('l', '1');
        return code.Length == Length && code.All(static letter => char.IsAsciiDigit(letter) || (char.IsAsciiLetterLower(letter) && letter != 'u')) ? new IntroductionCode(code, isCertain) : null;
    }
}
