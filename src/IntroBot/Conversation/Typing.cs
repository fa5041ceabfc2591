using System.Globalization;
using System.Text;

namespace IntroBot.Conversation;

/// <summary>What people type, made safe to show beside other text without changing what it says.</summary>
public static class Typing
{
    /// <summary>NFC; control, zero-width and direction-changing characters dropped (the joiners that scripts and emoji need stay), at most two combining marks in a row,
    /// unpaired surrogates dropped, ends trimmed. Line ends stay.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in WellFormed(text).Replace('\t', ' ').Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= 2 && (rune.Value is '\n' or 0x200C or 0x200D || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The text for a line it shares with other words. Letters written from right to left are set apart (U+2068 to U+2069, UAX 9), so that a name reorders nothing around it.</summary>
    public static string Apart(string text) => RunsRightToLeft(text) ? $"\u2068{text}\u2069" : text;

    /// <summary>Whether it holds letters written from right to left.</summary>
    public static bool RunsRightToLeft(string text) =>
        text.Any(static letter => letter is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc') or '\ud802' or '\ud803' or '\ud83a' or '\ud83b');

    /// <summary>The text for comparing: no accents, no case, every run of other characters than letters and digits one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Half a surrogate pair (which reads as U+FFFD) and U+FFFE cannot be normalised.</summary>
    private static string WellFormed(string text) => Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Where(static rune => rune != Rune.ReplacementChar && rune.Value != 0xFFFE));
}
