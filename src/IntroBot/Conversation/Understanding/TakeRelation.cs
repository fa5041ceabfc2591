namespace IntroBot.Conversation.Understanding;

/// <summary>How the contact is known: "former colleague", "on a bossé ensemble chez Acme", "who I met at FOSDEM". What names the contact too goes whole to the note.</summary>
internal static class TakeRelation
{
    private static readonly HashSet<string> s_before = ["with", "avec", "about", "know", "connai", "met", "rencontre", "de", "d"];

    public static void From(Reading reading)
    {
        foreach (var part in reading.Parts)
        {
            foreach (var free in reading.Free(part).ToList())
            {
                Take(reading, free, part);
            }
        }
    }

    private static void Take(Reading reading, Stretch free, Stretch part)
    {
        var start = free.From;
        while (start + 1 < free.To && reading.Is(start, Kinds.Link | Kinds.And))
        {
            start++;
        }

        var copula = Copula(reading, start, free.To);
        if (copula < free.To && Somebodies.At(reading, copula, free.To) is { } person)
        {
            Add(reading, person with { From = person.To == free.To ? start : person.From }, part);
            return;
        }

        var knowing = Enumerable.Range(start, free.To - start).FirstOrDefault(at => reading.Length(at, free.To, Kinds.Knowing) > 0, -1);
        if (knowing >= 0)
        {
            Add(reading, new Stretch(Back(reading, knowing, start), free.To), part);
        }
    }

    /// <summary>Where the sentence begins that ends in "worked together": what somebody does or where is another matter.</summary>
    private static int Back(Reading reading, int at, int start)
    {
        while (at > start && reading.Length(at - 1, at, Kinds.Job | Kinds.Skill | Kinds.Place | Kinds.Remote) == 0)
        {
            at--;
        }

        return at;
    }

    private static void Add(Reading reading, Stretch relation, Stretch part)
    {
        // What a colleague is said to have told stays one sentence, in the note.
        if (Enumerable.Range(part.From, part.Length).Any(at => reading.Tokens[at].Shape == Shape.Mention || (relation.Holds(at) && reading.Tokens[at].Shape == Shape.Address)))
        {
            return;
        }

        if (Inside(reading, relation) is { } name)
        {
            if (!reading.Values.ContainsKey(Slot.Contact))
            {
                reading.Fill(name, Slot.Contact);
            }

            reading.Repeat(relation);
            reading.Give(relation, Slot.Note);
            reading.Give(name, Slot.Contact);
            return;
        }

        reading.Fill(relation, Slot.Relation);
    }

    /// <summary>The contact's name inside: one word after "with" and the like, or two and more that no "at" makes a company.</summary>
    private static Stretch? Inside(Reading reading, Stretch relation)
    {
        for (var at = relation.From + 1; at < relation.To && reading.HasCase; at++)
        {
            if (Names.IsCapital(reading, at) && !reading.Tokens[at].Glued && Names.At(reading, at, relation.To, expected: false) is { } name)
            {
                var before = reading.Tokens[at - 1].Root;
                if (s_before.Contains(before) && before is not ("de" or "d") && reading.Is(at - 1, Kinds.NotAName | Kinds.Glue | Kinds.Link | Kinds.In))
                {
                    return name;
                }

                at = name.To;
            }
        }

        return null;
    }

    /// <summary>Where "she is", "c'est" ends.</summary>
    private static int Copula(Reading reading, int at, int to)
    {
        while (at < to && reading.Is(at, Kinds.Glue | Kinds.And) && !(Somebodies.At(reading, at, to) is not null))
        {
            at++;
        }

        return at;
    }
}
