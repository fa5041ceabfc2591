using System.Globalization;
using System.Text;
using IntroBot.Programmes;

namespace IntroBot.Conversation.Understanding;

/// <summary>Splits a text into tokens in one pass.</summary>
internal sealed class Lexer(string text, IReadOnlyList<Found> addresses)
{
    // A full stop after these ends no sentence.
    private static readonly HashSet<string> s_abbreviations = ["dr", "mr", "mrs", "ms", "prof", "pr", "m", "mme", "mlle", "st", "ste", "jr", "sr", "rev", "me"];

    // "1-1-1-1-…" is no word.
    private const int MostInGroup = 12;
    private const int LongestWord = 60;

    private readonly List<Token> _tokens = [];
    private Break _before;
    private int _inGroup;
    private bool _glued;

    /// <summary>The tokens of a text in which these addresses, in order, were found.</summary>
    public static List<Token> Read(string text, IReadOnlyList<Found> addresses) => new Lexer(text, addresses).Run();

    private List<Token> Run()
    {
        var next = 0;
        for (var at = 0; at < text.Length;)
        {
            if (next < addresses.Count && addresses[next].Start == at)
            {
                Add(at, addresses[next].End, Shape.Address, addresses[next]);
                at = addresses[next++].End;
            }
            else
            {
                at = Step(at);
            }
        }

        return _tokens;
    }

    private int Step(int at)
    {
        var c = text[at];
        if (IsWord(at) || (c == '.' && IsLetter(at + 1) && !IsWord(at - 1)))
        {
            var end = EndOfWord(at);
            Add(at, end, char.IsDigit(c) ? Shape.Number : Shape.Word, null);
            return end;
        }

        if (EndOfMention(at) is > 0 and var mention)
        {
            Add(at, mention, Shape.Mention, null);
            return mention;
        }

        if (EndOfEmojiCode(at) is > 0 and var code)
        {
            Pause(Break.Comma);
            return code;
        }

        _glued = c is '\'' or '’' or 'ʼ' or '-' or '‐' or '‑' && IsWord(at - 1) && IsWord(at + 1);
        Pause(BreakAt(at));
        return at + 1;
    }

    private Break BreakAt(int at) => text[at] switch
    {
        '\n' => Break.Line,
        '!' or '?' or '…' => Break.Sentence,
        '.' => EndsSentence(at) ? Break.Sentence : Break.None,
        ':' => char.IsDigit(At(at - 1)) && char.IsDigit(At(at + 1)) ? Break.None : Break.Colon,
        ',' or ';' or '|' or '•' or '·' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '«' or '»' or '“' or '”' or '„' or '*' or '_' or '~' or '`' or '<' or '>' or '=' or '→' => Break.Comma,
        '-' or '/' => IsSpace(at - 1) && IsSpace(at + 1) ? Break.Comma : Break.None,
        '–' or '—' when char.IsDigit(At(at - 1)) && char.IsDigit(At(at + 1)) => Break.None,
        '–' or '—' => Break.Comma,
        var c when char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol => Break.Comma,
        _ => Break.None,
    };

    private bool EndsSentence(int at) =>
        !(_tokens is [.., var last] && last.End == at && (s_abbreviations.Contains(last.Root) || (last.End - last.Start == 1 && last.Capital)) && At(at + 1) != '\n' && at + 1 < text.Length && At(at + 1) != '.');

    private void Pause(Break strength)
    {
        if (strength > _before)
        {
            _before = strength;
        }
    }

    private void Add(int start, int end, Shape shape, Found? address)
    {
        Rune.DecodeFromUtf16(text.AsSpan(start), out var first, out _);
        var category = Rune.GetUnicodeCategory(first);
        var plain = (shape == Shape.Word || shape == Shape.Number) && end - start <= LongestWord ? PlainWords.Fold(text.AsSpan(start, end - start)) : "";
        _tokens.Add(new Token(start, end, shape, plain, PlainWords.Root(plain), _tokens.Count == 0 ? Break.Line : _before, _glued && _before == Break.None && ++_inGroup < MostInGroup, category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter, address));
        _inGroup = _tokens[^1].Glued ? _inGroup : 0;
        (_before, _glued) = (Break.None, false);
    }

    /// <summary>"node.js", "R&amp;D" and "C++" are one word; "Lyon.She" is two.</summary>
    private int EndOfWord(int at)
    {
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            var inside = c switch
            {
                '.' => (IsLetter(at + 1) && IsLetter(at - 1) && !char.IsUpper(At(at + 1))) || (char.IsDigit(At(at - 1)) && char.IsDigit(At(at + 1))),
                '&' or '_' => IsWord(at - 1) && IsWord(at + 1),
                '+' or '#' => true,
                _ => IsWord(at),
            };
            if (!inside)
            {
                return at;
            }
        }

        return at;
    }

    private int EndOfMention(int at)
    {
        if (text[at] == '<' && At(at + 1) == '@')
        {
            var close = text.IndexOf('>', at, Math.Min(40, text.Length - at));
            return close < 0 ? 0 : close + 1;
        }

        if (text[at] != '@' || IsWord(at - 1) || !IsLetter(at + 1))
        {
            return 0;
        }

        var end = at + 1;
        while (end < text.Length && (IsWord(end) || (text[end] is '.' or '_' or '-' && IsWord(end + 1))))
        {
            end++;
        }

        return end;
    }

    /// <summary><c>:wave:</c>, as Slack writes emoji.</summary>
    private int EndOfEmojiCode(int at)
    {
        if (text[at] != ':' || IsWord(at - 1))
        {
            return 0;
        }

        var end = at + 1;
        while (end < text.Length && end - at < 50 && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '_' or '-' or '+'))
        {
            end++;
        }

        return end > at + 1 && At(end) == ':' ? end + 1 : 0;
    }

    private char At(int at) => at >= 0 && at < text.Length ? text[at] : '\0';

    private bool IsSpace(int at) => at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]);

    private bool IsLetter(int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    /// <summary>Letters, digits and their marks, of any script; emoji are none.</summary>
    private bool IsWord(int at)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        // What chooses an emoji's look is no letter's mark.
        if (text[at] is >= '\uFE00' and <= '\uFE0F' or '\u20E3')
        {
            return false;
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
