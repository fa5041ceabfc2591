namespace IntroBot.Conversation.Understanding;

/// <summary>Finds who somebody is to somebody: "my former colleague", "l'ancien coloc de Léa", "my cousin's friend", "ex-collègue de Globex".</summary>
internal static class Somebodies
{
    private static readonly HashSet<string> s_determiners = ["a", "an", "the", "un", "une", "le", "la", "l", "my", "our", "mon", "ma", "mes", "notre", "nos", "his", "her", "son", "sa", "their", "leur"];
    private static readonly HashSet<string> s_former = ["ex", "old", "former", "previou", "ancien", "ancienne", "best", "close", "dear", "childhood", "good", "cher", "chere", "fidele", "vieil", "vieille", "vieux"];
    private static readonly HashSet<string> s_tails = ["of", "from", "at", "in", "de", "du", "d", "des", "a", "au", "aux", "chez", "dan", "en", "during", "since", "depui", "when", "quand", "pendant"];

    private static readonly HashSet<string> s_verbs = ["is", "est", "was", "etait", "has", "looking", "cherche", "want", "veut", "need", "work", "live"];

    /// <summary>The phrase that begins at a token, with what belongs to it up to <paramref name="to"/>; null when there is none.</summary>
    public static Stretch? At(Reading reading, int from, int to)
    {
        var at = Possessor(reading, OneOf(reading, from, to), to);
        var isOwned = at > from || (at < to && reading.Is(at, Kinds.Mine));
        if (at < to && s_determiners.Contains(reading.Tokens[at].Root))
        {
            at++;
        }

        var isFormer = false;
        while (at + 1 < to && reading.Length(at, to, Kinds.Person) == 0 && (s_former.Contains(reading.Tokens[at].Root) || reading.Is(at, Kinds.Grade)))
        {
            isFormer |= s_former.Contains(reading.Tokens[at].Root);
            at++;
        }

        var noun = at < to ? reading.Length(at, to, Kinds.Person) : 0;
        if (noun == 0 && isOwned && at < to && reading.Length(at, to, Kinds.Job) is > 0 and var trade && at + trade == to)
        {
            return new Stretch(from, to);
        }

        if (noun == 0)
        {
            return null;
        }

        var isTradeToo = !isOwned && !isFormer && (noun == 1 || reading.Tokens[at].Root != "ex") && IsTradeToo(reading, at, to);
        at += noun;
        while (at + 1 < to && reading.Tokens[at] is { Root: "s", Glued: true } && reading.Length(at + 1, to, Kinds.Person) is > 0 and var next)
        {
            at += 1 + next;
        }

        var end = Tail(reading, at, to);
        return isTradeToo && !Enumerable.Range(at, end - at).Any(i => reading.Is(i, Kinds.Mine)) ? null : new Stretch(from, end);
    }

    /// <summary>"One of", "une de": where it ends.</summary>
    private static int OneOf(Reading reading, int at, int to) =>
        at + 2 < to && reading.Tokens[at].Root is "one" or "un" or "une" && reading.Tokens[at + 1].Root is "of" or "de" && reading.Is(at + 2, Kinds.Mine) ? at + 2 : at;

    /// <summary>"Lea's": where it ends; where it would begin when there is none.</summary>
    private static int Possessor(Reading reading, int at, int to) =>
        reading.Tokens[at].Capital && at + 1 < to && reading.Tokens[at + 1] is { Root: "s", Glued: true } && reading.Length(at, at + 1, Kinds.Glue) == 0 ? at + 2 : at;

    /// <summary>"of mine", "de fac", "at my previous company": all that follows one of these words, up to a verb.</summary>
    private static int Tail(Reading reading, int at, int to)
    {
        if (at >= to || !s_tails.Contains(reading.Tokens[at].Root) || reading.Tokens[at].Capital)
        {
            return at;
        }

        while (at < to && reading.IsFree(at) && reading.Tokens[at].Shape is Shape.Word or Shape.Number && !s_verbs.Contains(reading.Tokens[at].Root))
        {
            at++;
        }

        return at;
    }

    /// <summary>A word that is a trade or a name as well says how somebody is known only as somebody's: "my manager", "la femme de mon collègue", but not "manager at Google".</summary>
    private static bool IsTradeToo(Reading reading, int at, int to) =>
        reading.Length(at, to, Kinds.Job | Kinds.Skill) > 0 || (reading.Is(at, Kinds.First) && (reading.Tokens[at].Capital || !reading.HasCase)) || reading.Tokens[at].Root is "fille" or "femme" or "partner" or "client" or "relation" or "prof" or "teacher" or "mec" or "mate" or "fil" or "son" or "boss" or "ex";
}
