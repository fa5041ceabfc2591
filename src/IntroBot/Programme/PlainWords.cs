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
        ("euse", "eur"), ("eure", "eur"), ("trice", "teur"),
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
                word.Append(c switch { 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", _ => char.ToLowerInvariant(c).ToString() });
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(Root(word.ToString()));
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, Root(word.ToString())] : [.. words];
    }

    private static string Root(string word)
    {
        var singular = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        var (ending, root) = s_endings.FirstOrDefault(pair => singular.Length > pair.Ending.Length + 1 && singular.EndsWith(pair.Ending, StringComparison.Ordinal));
        return ending is null ? singular : singular[..^ending.Length] + root;
    }

    /// <summary>Half a surrogate pair and U+FFFE cannot be normalised; they become U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
}
