using System.Globalization;
using System.Text;

namespace IntroBot.Slack.Drawing;

/// <summary>Text cut to a length, on the edge of a character as people see it, never inside an entity or a mention.</summary>
internal static class Fit
{
    private const char Cut = '…';

    /// <summary>Plain text of at most <paramref name="max"/> UTF-16 units and at least one, as Slack refuses empty texts.</summary>
    public static PlainText Plain(string text, int max) => new(NotEmpty(Join(Graphemes(Clean(text)), max)));

    /// <summary>Plain text of at most <paramref name="max"/> UTF-16 units.</summary>
    public static string Value(string text, int max) => text.Length <= max ? Clean(text) : Join(Graphemes(Clean(text)), max);

    /// <summary>Joins pieces that must not be torn; what does not fit becomes an ellipsis.</summary>
    public static string Join(IEnumerable<string> pieces, int max)
    {
        var text = new StringBuilder();
        var safe = 0;
        foreach (var piece in pieces)
        {
            if (text.Length + piece.Length > max)
            {
                text.Length = safe;
                return text.Append(Cut).ToString();
            }

            text.Append(piece);
            safe = text.Length <= max - 1 ? text.Length : safe;
        }

        return text.ToString();
    }

    public static string NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text;

    /// <summary>The characters as people see them.</summary>
    public static IEnumerable<string> Graphemes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>The text without control characters and direction overrides; a lone surrogate becomes U+FFFD.</summary>
    public static string Clean(string text)
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

    private static bool IsHidden(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => false,
            >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => true,
            _ => Rune.IsControl(rune),
        };
}
