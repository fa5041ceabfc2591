namespace IntroBot.Conversation.Understanding;

/// <summary>Where a person's name begins and ends: titles, particles, hyphens, initials, any script, with capitals or without.</summary>
internal static class Names
{
    private const int MostWords = 5;
    private const Kinds Trade = Kinds.Job | Kinds.Skill;

    // What a word without a capital may be and still belong to a name.
    private const Kinds Innocent = Kinds.First | Kinds.Particle | Kinds.Consent | Kinds.Place | Kinds.Suffix;

    /// <summary>The name that begins at a token; null when none does. <paramref name="expected"/>: what stands before says that a name follows.</summary>
    public static Stretch? At(Reading reading, int from, int to, bool expected)
    {
        var at = from;
        while (at < to && reading.Length(at, to, Kinds.Title) is > 0 and var title && at + title < to)
        {
            at += title;
            at += reading.Is(at, Kinds.And) && at + 1 < to && reading.Length(at + 1, to, Kinds.Title) > 0 ? 1 : 0;
        }

        if (at == to || !reading.IsFree(at))
        {
            return null;
        }

        var bare = !reading.HasCase || (expected && !IsCapital(reading, at) && !IsParticle(reading, at, to));
        var (end, words) = (at, 0);
        while (end < to && reading.IsFree(end) && (bare ? Continues(reading, end, to, words) : ContinuesWithCapital(reading, new Stretch(end, to), words, expected)))
        {
            words += IsParticle(reading, end, to) && words > 0 ? 0 : 1;
            end = reading.EndOfGroup(end);
        }

        return words == 0 || end > to ? null : new Stretch(from, end);
    }

    /// <summary>Whether the word at a token has a capital somewhere: "d'Harcourt".</summary>
    public static bool IsCapital(Reading reading, int at)
    {
        for (var end = reading.EndOfGroup(at); at < end; at++)
        {
            if (reading.Tokens[at].Capital)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContinuesWithCapital(Reading reading, Stretch rest, int words, bool expected)
    {
        var (at, to) = rest;
        if (reading.Tokens[at].Shape != Shape.Word || words == MostWords || IsPossessive(reading, at))
        {
            return false;
        }

        if (!IsCapital(reading, at))
        {
            return IsParticle(reading, at, to) && (words > 0 || (expected && reading.Tokens[at].Root is not ("le" or "la" or "l" or "les")));
        }

        var next = reading.EndOfGroup(at);
        return words switch
        {
            0 => (reading.Is(at, Kinds.First) || !reading.Is(at, Kinds.NotAName | Kinds.Glue | Kinds.Link | Kinds.Courtesy | Kinds.Tag) || (next < to && (expected || reading.Is(at, Kinds.Particle)) && IsCapital(reading, next))) && (expected || !IsTrade(reading, at, to)),
            1 => !(IsTrade(reading, at, to) && next < to && IsTrade(reading, next, to)),
            _ => !IsTrade(reading, at, to) && (reading.Is(at - 1, Kinds.Particle) || reading.Length(at, to, Kinds.Place) is var place && (place == 0 || at + place < to)),
        };
    }

    private static bool Continues(Reading reading, int at, int to, int words)
    {
        if (reading.Tokens[at].Shape != Shape.Word || words == 3 || IsPossessive(reading, at))
        {
            return false;
        }

        var isFirst = reading.Is(at, Kinds.First);
        var next = reading.EndOfGroup(at);
        return (words == 0 && isFirst)
            || (words > 0 && IsParticle(reading, at, to))
            || ((IsInnocent(reading, at, to, words) || isFirst) && (reading.Length(at, to, Kinds.Place) == 0 || (words == 1 && next < to && IsTrade(reading, next, to))));
    }

    /// <summary>Early in a name, what would be another word but for a slip is more likely a name: "james taylor".</summary>
    private static bool IsInnocent(Reading reading, int at, int to, int words) =>
        reading.Tokens[at].Phrases.TrueForAll(phrase => (phrase.Kinds & ~(words == 1 ? Innocent | Kinds.Vacancy | Kinds.Team | Kinds.Area | Kinds.Street : Innocent)) == Kinds.None || at + phrase.Length > to || (words < 2 && phrase.Kinds.HasFlag(Kinds.Slip)));

    private static bool IsTrade(Reading reading, int at, int to) => reading.Length(at, to, Trade) > 0;

    /// <summary>A particle inside a name, which a word of the name follows: "van den Berg", "de La Tour".</summary>
    private static bool IsParticle(Reading reading, int at, int to)
    {
        var next = at;
        while (next < to && next - at < 4 && reading.Is(next, Kinds.Particle) && !reading.Tokens[next].Capital)
        {
            next++;
        }

        return next > at && next < to && reading.Tokens[next].Shape == Shape.Word && (reading.HasCase ? reading.Tokens[next].Capital : reading.Length(next, to, ~Innocent) == 0 && reading.Length(next, to, Kinds.Place) == 0);
    }

    private static bool IsPossessive(Reading reading, int at) => reading.EndOfGroup(at) is var end && end - at > 1 && reading.Tokens[end - 1].Root == "s";
}
