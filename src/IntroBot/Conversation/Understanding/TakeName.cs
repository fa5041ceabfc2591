namespace IntroBot.Conversation.Understanding;

/// <summary>The contact's name where nothing announced it: a clause of its own, the beginning of one, or beside what they do. Who wrote the message from outside comes last.</summary>
internal static class TakeName
{
    private static readonly HashSet<string> s_before = ["with", "avec", "about", "know", "connai", "knows", "de", "d", "met", "hire", "meet"];

    public static void From(Reading reading, string? author)
    {
        if (reading.Values.ContainsKey(Slot.Contact))
        {
            return;
        }

        if ((Whole(reading, 2) ?? Begins(reading) ?? Ends(reading) ?? Whole(reading, 1) ?? Alone(reading) ?? Lower(reading)) is { } name)
        {
            reading.Fill(name, Slot.Contact);
        }
        else if (author is not null)
        {
            reading.Values[Slot.Contact] = author;
        }
    }

    /// <summary>A clause that is a name and nothing else.</summary>
    private static Stretch? Whole(Reading reading, int least) => First(reading, (clause, free) =>
        free == clause && reading.HasCase && Words(reading, free) >= least && !IsElse(reading, free) ? Names.At(reading, free.From, free.To, expected: false) is { } name && name == free ? name : null : null);

    /// <summary>Two words and more with capitals where a clause begins.</summary>
    private static Stretch? Begins(Reading reading) => First(reading, (_, free) =>
        reading.HasCase && Names.At(reading, free.From, free.To, expected: false) is { } name && Words(reading, name) >= 2 && Names.IsCapital(reading, name.From) && !IsElse(reading, name) ? name : null);

    /// <summary>A first name where a clause begins: "Jane is a nurse".</summary>
    private static Stretch? Alone(Reading reading) => First(reading, (clause, free) =>
        reading.HasCase && free.From == clause.From && reading.Is(free.From, Kinds.First) && Names.At(reading, free.From, free.To, expected: false) is { } name && Names.IsCapital(reading, name.From) ? name : null);

    /// <summary>At the end of a clause: "data analyst Wendy Clarke", "told me about Nadia Cole".</summary>
    private static Stretch? Ends(Reading reading) => First(reading, (_, free) =>
    {
        for (var at = free.From; at < free.To && reading.HasCase; at++)
        {
            if (!reading.Tokens[at].Glued && Names.IsCapital(reading, at) && Names.At(reading, at, free.To, expected: false) is { } name)
            {
                if (name.To == free.To && !IsElse(reading, name) && (at == free.From ? Words(reading, name) >= 2 : s_before.Contains(reading.Tokens[at - 1].Root) || IsTrade(reading, at - 1) || Somebody(reading, free, at)))
                {
                    return name;
                }

                at = name.To - 1;
            }
        }

        return null;
    });

    /// <summary>Without capitals: a clause that begins with a first name, or two or three words that nobody knows where the rest says what somebody does.</summary>
    private static Stretch? Lower(Reading reading)
    {
        var saysMore = reading.Tokens.Exists(static token => token.Shape == Shape.Address || token.Phrases.Exists(static phrase => (phrase.Kinds & (Kinds.Job | Kinds.Skill)) != Kinds.None));
        return First(reading, (clause, free) => Lower(reading, clause, free, saysMore));
    }

    private static Stretch? Lower(Reading reading, Stretch clause, Stretch free, bool saysMore) =>
        !StartsLower(reading, free) || Names.At(reading, free.From, free.To, expected: !reading.HasCase) is not { } name ? null
        : reading.Is(name.From, Kinds.First) && (Words(reading, name) >= 2 || name == clause) ? name
        : name == free && name.From == clause.From && Words(reading, name) is 2 or 3 && !reading.HasCase && saysMore ? name
        : Words(reading, name) == 2 && name.To < free.To && IsTrade(reading, name.To) && !reading.HasCase ? name
        : name == free && reading.Tokens.Count == name.Length && Words(reading, name) <= 3 && !reading.HasCase ? name
        : null;

    private static bool StartsLower(Reading reading, Stretch free) => !reading.HasCase || !Names.IsCapital(reading, free.From);

    private static Stretch? First(Reading reading, Func<Stretch, Stretch, Stretch?> find)
    {
        foreach (var clause in reading.Clauses)
        {
            foreach (var free in reading.Free(clause))
            {
                if (find(clause, free) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool Somebody(Reading reading, Stretch free, int at) => Enumerable.Range(Math.Max(free.From, at - 8), at - Math.Max(free.From, at - 8)).Any(from => Somebodies.At(reading, from, at) is { } person && person.To == at);

    private static bool IsTrade(Reading reading, int at) => reading.Is(at, Kinds.Job | Kinds.Skill);

    /// <summary>A place or a trade by itself is no name, unless a first name begins it.</summary>
    private static bool IsElse(Reading reading, Stretch name) =>
        reading.Length(name.From, name.To, Kinds.Place | Kinds.Remote | Kinds.Job | Kinds.Skill | Kinds.Courtesy | Kinds.Recruiting) == name.Length && !(name.Length > 1 && reading.Is(name.From, Kinds.First));

    private static int Words(Reading reading, Stretch stretch) => Enumerable.Range(stretch.From, stretch.Length).Count(at => !reading.Tokens[at].Glued && (at == stretch.From || reading.Tokens[at].Capital || !reading.Is(at, Kinds.Particle)));
}
