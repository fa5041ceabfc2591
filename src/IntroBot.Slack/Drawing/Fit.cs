using System.Globalization;
using System.Text;

namespace IntroBot.Slack.Drawing;

/// <summary>Text cut to a length, on the edge of a character as people see it, never inside an entity or a mention.</summary>
internal static class Fit
{
    private const char Ellipsis = '…';

    /// <summary>Plain text of at most <paramref name="max"/> UTF-16 units and at least one, as Slack refuses empty texts.</summary>
    public static TextObject Plain(string text, int max) => TextObject.Plain(NotEmpty(Value(text, max)));

    /// <summary>Plain text of at most <paramref name="max"/> UTF-16 units.</summary>
    public static string Value(string text, int max) => Clean(text) is var clean && clean.Length <= max ? clean : Cut(Graphemes(clean), max);

    /// <summary>Escaped pieces in a row, of at most <paramref name="max"/> UTF-16 units; a whole piece is not torn.</summary>
    public static string Escaped(IReadOnlyCollection<Piece> pieces, int max) =>
        pieces.Sum(static piece => piece.Text.Length) <= max
            ? string.Concat(pieces.Select(static piece => piece.Text))
            : Cut(pieces.SelectMany(static piece => piece.IsWhole ? [piece.Text] : Graphemes(piece.Text)), max);

    public static string NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text;

    /// <summary>The text without control characters and direction overrides; a lone surrogate becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || IsDirection(c)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' || !(Rune.IsControl(rune) || IsDirection((char)Math.Min(rune.Value, char.MaxValue))))
            {
                clean.Append(rune);
            }
            else if (rune.Value is '\t')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    private static bool IsDirection(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    /// <summary>The characters as people see them, an entity being one.</summary>
    private static IEnumerable<string> Graphemes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Entity(text, at) ?? StringInfo.GetNextTextElementLength(text.AsSpan(at));
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static int? Entity(string text, int at) =>
        text[at] != '&' ? null : Mark.Entities.FirstOrDefault(entity => string.CompareOrdinal(text, at, entity, 0, entity.Length) == 0)?.Length;

    private static string Cut(IEnumerable<string> pieces, int max)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (text.Length + piece.Length > max - 1)
            {
                break;
            }

            text.Append(piece);
        }

        return text.Append(Ellipsis).ToString();
    }
}

/// <summary>Escaped text; one that <paramref name="IsWhole"/> stands for something and cannot be cut.</summary>
internal readonly record struct Piece(string Text, bool IsWhole = false);
