namespace IntroBot.Conversation.Understanding;

/// <summary>How people begin: "hello", "I'd like to introduce", "my contact", "a friend of mine", "her name is" – and the name that follows.</summary>
internal static class TakeOpening
{
    private const Kinds Announcing = Kinds.Opening | Kinds.Contact | Kinds.Named;
    private static readonly HashSet<string> s_fillers = ["you", "to", "vou", "te", "toi", "with", "avec", "is", "est"];

    public static void From(Reading reading)
    {
        foreach (var clause in reading.Clauses)
        {
            Begin(reading, clause);
        }

        for (var at = 0; at < reading.Tokens.Count && !reading.Values.ContainsKey(Slot.Contact); at++)
        {
            var to = reading.PartOf(at).To;
            if (reading.IsFree(at) && reading.Length(at, to, Kinds.Named | Kinds.Opening) is > 0 and var named && at + named < to && (reading.Is(at, Kinds.Named) || Names.IsCapital(reading, at + named)) && Names.At(reading, at + named, to, expected: true) is { } name)
            {
                reading.Give(new Stretch(at, at + named), Slot.Frame);
                reading.Fill(name, Slot.Contact);
            }
        }
    }

    private static void Begin(Reading reading, Stretch clause)
    {
        var (at, to) = clause;
        var announced = false;
        if (at == 0 && reading.Tokens[at].Shape == Shape.Mention && at + 1 < to && reading.Length(at + 1, to, Announcing) > 0)
        {
            reading.Give(new Stretch(at, ++at), Slot.Frame);
        }

        while (at < to && reading.IsFree(at) && Next(reading, at, to, ref announced) is > 0 and var length)
        {
            at += length;
        }

        if (announced && at < to && reading.IsFree(at) && !reading.Values.ContainsKey(Slot.Contact) && Names.At(reading, at, to, expected: true) is { } name)
        {
            reading.Fill(name, Slot.Contact);
        }
    }

    /// <summary>Gives what stands at a token to the frame; how many tokens it was.</summary>
    private static int Next(Reading reading, int at, int to, ref bool announced)
    {
        var length = Courtesy(reading, at, to);
        if (length == 0 && reading.Length(at, to, Announcing | Kinds.Someone) is > 0 and var opening && !IsPartOfMore(reading, at, to, opening))
        {
            length = opening;
            announced |= reading.Length(at, to, Announcing) == opening;
        }

        if (length == 0 && reading.Length(at, to, Kinds.Having) is > 0 and var having && at + having < to && BeginsSomebody(reading, at + having, to))
        {
            length = having;
        }

        if (length == 0 && reading.Length(at, to, Kinds.Self) is > 0 and var self && reading.HasCase && at + self < to && Names.IsCapital(reading, at + self) && Names.At(reading, at + self, to, expected: false) is not null)
        {
            (length, announced) = (self, true);
        }

        if (length == 0 && announced && (s_fillers.Contains(reading.Tokens[at].Root) || IsAdverb(reading, at)))
        {
            length = 1;
        }

        reading.Give(new Stretch(at, at + length), Slot.Frame);
        return length > 0 ? length : Somebody(reading, at, to, ref announced);
    }

    /// <summary>"Hello" by itself or before an opening; "best engineer" is no greeting.</summary>
    private static int Courtesy(Reading reading, int at, int to)
    {
        var length = reading.Length(at, to, Kinds.Courtesy);
        return length > 0 && (at + length == to || reading.Length(at + length, to, Announcing | Kinds.Self | Kinds.Having) > 0) ? length : 0;
    }

    /// <summary>"Contact" may open a longer phrase that is something else: "contact center agent", "named account manager".</summary>
    private static bool IsPartOfMore(Reading reading, int at, int to, int length) => length == 1 && !reading.Is(at, Kinds.Opening) && at + 1 < to && reading.Length(at + 1, to, Kinds.Job | Kinds.Skill) > 0 && reading.Tokens[at].Before == Break.None;

    /// <summary>"I warmly recommend", "je vous recommande chaudement".</summary>
    private static bool IsAdverb(Reading reading, int at) => !reading.Tokens[at].Capital && reading.Tokens[at] is { Phrases.Count: 0, Root.Length: > 6 } token && (token.Root.EndsWith("ment", StringComparison.Ordinal) || token.Root.EndsWith("ly", StringComparison.Ordinal));

    private static bool BeginsSomebody(Reading reading, int at, int to) => reading.Length(at, to, Kinds.Someone | Kinds.Contact) > 0 || Somebodies.At(reading, at, to) is not null || reading.Tokens[at].Root is "a" or "an" or "un" or "une";

    /// <summary>"My friend" before a name.</summary>
    private static int Somebody(Reading reading, int at, int to, ref bool announced)
    {
        if (Somebodies.At(reading, at, to) is not { } person || person.To >= to || !reading.AreFree(person) || !IsFollowedByName(reading, person.To, to))
        {
            return 0;
        }

        announced = true;
        reading.Fill(person, Slot.Relation);
        return person.Length;
    }

    private static bool IsFollowedByName(Reading reading, int at, int to) =>
        reading.Length(at, to, Kinds.Named) > 0 || (Names.At(reading, at, to, expected: false) is { } name && (!reading.HasCase || Names.IsCapital(reading, name.From)));
}
