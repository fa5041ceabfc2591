using System.Text;

namespace IntroBot.Teams.Drawing;

/// <summary>Words made safe for a TextBlock, which reads markdown (CommonMark) and mentions: marks are escaped, and what could open a tag or an entity becomes a look-alike.</summary>
internal static class Markdown
{
    private const string Marks = "\\`*_[](){}#~|!";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            escaped.Append(text[i] switch
            {
                '<' => "‹",
                '>' => "›",
                '&' when i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#') => "＆",
                '-' or '+' or '=' when IsFirst(text, i) => "\\" + text[i],
                '.' when i > 0 && char.IsAsciiDigit(text[i - 1]) && IsFirst(text, text.AsSpan(0, i).LastIndexOfAnyExceptInRange('0', '9') + 1) => "\\.",
                var c when Marks.Contains(c, StringComparison.Ordinal) => "\\" + c,
                var c => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static bool IsFirst(string text, int at) => text.AsSpan(0, at).TrimEnd(' ') is var before && (before.IsEmpty || before[^1] == '\n');
}
