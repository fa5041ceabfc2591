using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntroBot.Teams.Drawing;

/// <summary>Text made fit to be shown: no control characters, cut on the edge of a character as people see it.</summary>
internal static partial class Fit
{
    /// <summary>At most <paramref name="max"/> UTF-16 units, and never empty, as an empty text draws nothing.</summary>
    public static string Text(string text, int max) => Cut(Clean(text), max) is var cut && string.IsNullOrWhiteSpace(cut) ? "–" : cut;

    /// <summary>At most <paramref name="max"/> UTF-16 units.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next && next <= max - 1)
        {
            end = next;
        }

        return text[..end] + "…";
    }

    /// <summary>The text without control characters and direction overrides; a lone surrogate becomes U+FFFD. What looks like a mention becomes a look-alike, since Teams looks for mentions everywhere.</summary>
    public static string Clean(string text) => Tag().Replace(Visible(text), static tag => "‹" + tag.Value[1..]);

    private static string Visible(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHidden(rune))
            {
                clean.Append(rune.Value == '\t' ? new Rune(' ') : rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        _ => Rune.IsControl(rune),
    };

    [GeneratedRegex("</?at\\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
