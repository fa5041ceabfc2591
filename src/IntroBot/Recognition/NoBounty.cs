using IntroBot.Conversation;
using static IntroBot.Recognition.NoBountyTokenKind;

namespace IntroBot.Recognition;

/// <summary>
/// Thanks are recognition, never a bounty: a token of thanks or a thank-you with money in it, or what stands for money, is refused with the reason and what to write instead. A
/// T-shirt, a book, an iPad or a lunch is fine. Both languages are looked for whatever the writer's. Deterministic, and linear in the text's length.
/// tests/IntroBot.Tests/Recognition/NoBountyCorpus.tsv holds what was decided, case by case.
/// </summary>
public static class NoBounty
{
    private const int LongestFound = 60;

    private static readonly HashSet<string> s_negations = ["no", "not", "without", "never", "nor", "neither", "sans", "aucun", "aucune", "pas", "ni", "jamais"];
    private static readonly HashSet<string> s_articles = ["a", "an", "any", "the", "about", "for", "de", "d", "du", "des", "un", "une", "la", "le", "les", "l"];

    private static readonly NoBountyLexicon<BountyKind> s_refused = new(NoBountyPhrases.Refused.SelectMany(static list => NoBountyPattern.Read(list.Lines).Select(pattern => (pattern, list.Kind))));
    private static readonly NoBountyLexicon<bool> s_harmless = new(NoBountyPattern.Read(NoBountyPhrases.Harmless).Select(static pattern => (pattern, true)));

    /// <summary>The refusal of a text, its sentence in <paramref name="language"/>; null when the text is fine.</summary>
    public static NoBountyRefusal? Check(string text, Language language = Language.En)
    {
        var tokens = NoBountyText.Split(text);
        var (kind, from, to) = Find(tokens, static _ => true) ?? Find(NoBountyText.Rejoin(tokens), static token => token.Joined) ?? default;
        return to == 0 ? null : NoBountyRefusal.Of(kind, Shown(text, from, to), language);
    }

    private static (BountyKind Kind, int From, int To)? Find(List<NoBountyToken> tokens, Func<NoBountyToken, bool> counts)
    {
        var harmless = HarmlessTokens(tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsCurrency(tokens, at) && counts(tokens[at]))
            {
                return Amount(tokens, at);
            }

            foreach (var (pattern, kind) in s_refused.At(tokens[at]))
            {
                var end = pattern.Match(tokens, at);
                if (end > 0 && Counts(tokens, harmless, at, end, counts) && (kind == BountyKind.Amount || !IsDenied(tokens, at)))
                {
                    return (kind, tokens[at].At, tokens[end - 1].End);
                }
            }
        }

        return null;
    }

    /// <summary>Whether no word of a phrase is harmless, and one is of those looked at.</summary>
    private static bool Counts(List<NoBountyToken> tokens, bool[] harmless, int at, int end, Func<NoBountyToken, bool> counts)
    {
        if (harmless.AsSpan(at..end).Contains(true))
        {
            return false;
        }

        while (at < end && !counts(tokens[at]))
        {
            at++;
        }

        return at < end;
    }

    private static bool[] HarmlessTokens(List<NoBountyToken> tokens)
    {
        var harmless = new bool[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (pattern, _) in s_harmless.At(tokens[at]))
            {
                harmless.AsSpan(at..Math.Max(at, pattern.Match(tokens, at))).Fill(true);
            }
        }

        return harmless;
    }

    /// <summary>A currency sign anywhere, but for a letter in a name such as A$AP.</summary>
    private static bool IsCurrency(List<NoBountyToken> tokens, int at) => tokens[at].Kind == Currency
        && !(tokens[at] is { Plain: "$", Gap: NoBountyGap.Nothing } && at > 0 && tokens[at - 1].Kind == Word && at + 1 < tokens.Count && tokens[at + 1] is { Kind: Word, Gap: NoBountyGap.Nothing });

    /// <summary>The sign with the numbers around it.</summary>
    private static (BountyKind Kind, int From, int To) Amount(List<NoBountyToken> tokens, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && tokens[first - 1].Kind == Number)
        {
            first--;
        }

        while (last + 1 < tokens.Count && tokens[last + 1].Kind == Number)
        {
            last++;
        }

        return (BountyKind.Amount, tokens[first].At, tokens[last].End);
    }

    /// <summary>"No bonus", "pas de prime", "isn't about the money"; but not "why not a bonus?".</summary>
    private static bool IsDenied(List<NoBountyToken> tokens, int at)
    {
        var before = at - 1;
        for (var skipped = 0; skipped < 3 && before >= 0 && s_articles.Contains(tokens[before].Plain); skipped++)
        {
            before--;
        }

        return before >= 0
            && (s_negations.Contains(tokens[before].Plain) || (tokens[before].Plain == "t" && before > 0 && tokens[before - 1].Plain.EndsWith('n')))
            && !(before > 0 && tokens[before - 1].Plain is "why" or "pourquoi");
    }

    /// <summary>What was found as it was typed, shortened between characters.</summary>
    private static string Shown(string text, int from, int to)
    {
        var end = Math.Min(to, from + LongestFound);
        return end < to ? text[from..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…" : text[from..end];
    }
}
