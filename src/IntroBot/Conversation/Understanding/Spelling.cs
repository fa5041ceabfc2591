namespace IntroBot.Conversation.Understanding;

/// <summary>How far two folded words are apart as fingers go: a letter added, left out, changed, or two neighbours swapped, each counts one.</summary>
internal static class Spelling
{
    // Words are short; longer ones are not looked at, so that no text makes this slow.
    private const int Longest = 24;

    /// <summary>Whether one word is the other with a slip or two: none in up to three letters, swapped neighbours alone in four, one slip in five to eight, two beyond.</summary>
    public static bool IsSlipOf(string typed, string meant) =>
        typed == meant || (typed.Length <= Longest && typed.Length > 3 && meant.Length > 3 && (meant.Length == 4 ? IsSwap(typed, meant) : Distance(typed, meant) <= (meant.Length > 8 ? 2 : 1)));

    /// <summary>The optimal string alignment distance (Damerau 1964, Boytsov 2011), or a large number for words whose lengths differ by more than two.</summary>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 2 || one.Length > Longest || other.Length > Longest)
        {
            return int.MaxValue;
        }

        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[other.Length];
    }

    private static bool IsSwap(string typed, string meant) => typed.Length == meant.Length && Distance(typed, meant) == 1 && typed.Order().SequenceEqual(meant.Order());
}
