using System.Globalization;
using System.Text;
using static IntroBot.Recognition.NoBountyTokenKind;

namespace IntroBot.Recognition;

/// <summary>Splits a thank-you into tokens in one pass, so that case, accents, width and invisible characters hide nothing.</summary>
internal sealed class NoBountyText
{
    private const int LongestUnfolding = 8;
    private static readonly HashSet<Rune> s_moneyEmoji = [.. "💰💴💵💶💷💸💲💳🤑🪙".EnumerateRunes()];
    private static readonly string[] s_awarded = ["primé", "primée", "primés", "primées"];
    private readonly string _text;
    private readonly List<NoBountyToken> _tokens = [];
    private readonly StringBuilder _word = new();
    private NoBountyTokenKind _kind = SentenceEnd;
    private NoBountyGap _gap = NoBountyGap.Space;
    private int _from;
    private int _to;
    private bool _sentenceEnds;

    private NoBountyText(string text) => _text = text;

    /// <summary>The tokens of a text, in order.</summary>
    public static List<NoBountyToken> Split(string text)
    {
        var splitting = new NoBountyText(text);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = at + rune.Utf16SequenceLength;
            if (rune.IsAscii || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark)
            {
                splitting.Take(rune, at, end);
            }
            else
            {
                splitting.TakeUnfolded(Unfold(rune), at, end);
            }

            at = end;
        }

        splitting.Close();
        return splitting._tokens;
    }

    /// <summary>What was pulled apart, put together: "b o n u s", "bo-nus", "B. O. N. U. S.". Only those tokens are marked as joined.</summary>
    public static List<NoBountyToken> Rejoin(List<NoBountyToken> tokens)
    {
        var joined = new List<NoBountyToken>(tokens.Count);
        var word = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var first = tokens[i];
            word.Clear().Append(first.Plain);
            while (i + 1 < tokens.Count && Belong(tokens[i], tokens[i + 1]))
            {
                word.Append(tokens[++i].Plain);
            }

            joined.Add(tokens[i] == first ? first : first with { Plain = word.ToString(), Length = tokens[i].End - first.At, Joined = true });
        }

        return joined;
    }

    private static bool Belong(NoBountyToken one, NoBountyToken next) => one.Kind == Word && next.Kind == Word
        && (next.Gap == NoBountyGap.Mark || (next.Gap == NoBountyGap.Space && one.Plain.Length == 1 && next.Plain.Length == 1));

    private static string Unfold(Rune rune) => rune.Value switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        '\uFFFE' => " ", // the one character that cannot be normalised
        _ => rune.ToString().Normalize(NormalizationForm.FormKD),
    };

    /// <summary>A few signs stand for a whole sentence, in which there is nothing to find.</summary>
    private void TakeUnfolded(string letters, int from, int to)
    {
        foreach (var part in letters.AsSpan(0, Math.Min(letters.Length, LongestUnfolding)).EnumerateRunes())
        {
            Take(part, from, to);
        }
    }

    private void Take(Rune rune, int from, int to)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.CurrencySymbol || s_moneyEmoji.Contains(rune))
        {
            Close();
            Add(Currency, rune.ToString(), from, to);
        }
        else if (Rune.IsLetter(rune))
        {
            Grow(Word, Rune.ToLowerInvariant(rune), from, to);
        }
        else if (category == UnicodeCategory.DecimalDigitNumber)
        {
            Grow(Number, new Rune('0' + (int)Rune.GetNumericValue(rune)), from, to);
        }
        else if (rune.Value == '%')
        {
            Close();
            Add(Percent, "%", from, to);
        }
        else if (!IsInvisible(rune, category))
        {
            Separate(rune, from, to);
        }
    }

    /// <summary>Soft hyphens, zero-width characters, combining marks and control characters neither show nor separate.</summary>
    private static bool IsInvisible(Rune rune, UnicodeCategory category) => !Rune.IsWhiteSpace(rune)
        && category is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private void Separate(Rune rune, int from, int to)
    {
        Close();
        if (_sentenceEnds && Rune.IsWhiteSpace(rune) && _tokens[^1] is not { Kind: Word, Plain.Length: 1 })
        {
            Add(SentenceEnd, "", from, to);
        }

        _sentenceEnds = _tokens.Count > 0 && rune.Value is '.' or '!' or '?' or ';';
        _gap = Rune.IsWhiteSpace(rune) ? NoBountyGap.Space : _gap == NoBountyGap.Space ? _gap : NoBountyGap.Mark;
    }

    private void Grow(NoBountyTokenKind kind, Rune letter, int from, int to)
    {
        if (_word.Length == 0 || _kind != kind)
        {
            Close();
            (_kind, _from) = (kind, from);
        }

        _word.Append(letter.ToString());
        _to = to;
    }

    private void Close()
    {
        if (_word.Length > 0)
        {
            var plain = _word.ToString();
            _word.Clear();
            Add(_kind, s_awarded.Contains(_text[_from.._to].ToLowerInvariant()) ? "awarded" : plain, _from, _to);
        }
    }

    private void Add(NoBountyTokenKind kind, string plain, int from, int to)
    {
        _tokens.Add(new NoBountyToken(kind, plain, from, to - from, _gap));
        _gap = NoBountyGap.Nothing;
        _sentenceEnds = false;
    }
}
