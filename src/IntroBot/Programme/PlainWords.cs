using System.Globalization;
using System.Text;

namespace IntroBot.Programmes;

/// <summary>The words of a text without case, accents, plural or French feminine, so that "Développeuses" and "developpeur" are one word.
/// Roots are for comparison only: "technologies" and "technologie" both become "technology".</summary>
internal static class PlainWords
{
    private static readonly (string Ending, string Root)[] s_endings =
    [
        ("eaux", "eau"), ("aux", "al"), ("eux", "eu"),
        ("euse", "eur"), ("eure", "eur"), ("trice", "teur"), ("iere", "ier"), ("ienne", "ien"),
        ("ie", "y"), ("che", "ch"), ("she", "sh"), ("sse", "ss"), ("xe", "x"),
    ];

    /// <summary>The words in order. "C++" and "C#" are words, "l'ingénieur" is two.</summary>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) || (c is '+' or '#' && word.Length > 0))
            {
                Append(word, c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(Root(word.ToString()));
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, Root(word.ToString())] : [.. words];
    }

    /// <summary>One word without case and accents; whatever stands between its letters is left out.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in Ascii.IsValid(word) ? word : WellFormed(word.ToString()).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                Append(plain, c);
            }
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder word, char c) => _ = c switch
    {
        'œ' or 'Œ' => word.Append("oe"),
        'æ' or 'Æ' => word.Append("ae"),
        _ => word.Append(char.ToLowerInvariant(c)),
    };

    /// <summary>A folded word without plural and French feminine.</summary>
    public static string Root(string word)
    {
        var singular = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        foreach (var (ending, root) in s_endings)
        {
            if (singular.Length > ending.Length + 1 && singular.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(singular.AsSpan(0, singular.Length - ending.Length), root);
            }
        }

        return singular;
    }

    /// <summary>Half a surrogate pair and U+FFFE cannot be normalised; they become U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
}
