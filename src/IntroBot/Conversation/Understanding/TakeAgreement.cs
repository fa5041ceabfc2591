namespace IntroBot.Conversation.Understanding;

/// <summary>Whether the contact agreed, where somebody says so plainly. Whatever is unsure ("she would be ok", "she knows") is left to the person who fills the form in.</summary>
internal static class TakeAgreement
{
    private static readonly HashSet<string> s_not = ["not", "t", "ne", "n", "pas", "never", "jamai", "no", "non"];
    private static readonly HashSet<string> s_first = ["i", "we", "je", "j", "on", "nou"];
    private static readonly HashSet<string> s_plain = ["agreed", "agree", "d", "daccord", "said", "a", "gave", "m", "consented", "with", "avec"];

    public static void From(Reading reading)
    {
        foreach (var free in reading.Clauses.SelectMany(reading.Free).ToList())
        {
            // "Ada Martin agreed": the name is another matter.
            var from = reading.HasCase && Names.IsCapital(reading, free.From) && Names.At(reading, free.From, free.To, expected: false) is { } name && name.To < free.To ? name.To : free.From;
            Take(reading, free with { From = from });
        }
    }

    private static void Take(Reading reading, Stretch clause)
    {
        var indices = Enumerable.Range(clause.From, clause.Length).ToList();
        var yes = indices.FirstOrDefault(at => reading.Length(at, clause.To, Kinds.Agreed) > 0, -1);
        var notYet = indices.Exists(at => reading.Length(at, clause.To, Kinds.NotYet) > 0);
        if (reading.Values.ContainsKey(Slot.Agreement) || (yes < 0 && !notYet) || indices.Exists(at => reading.Length(at, clause.To, Kinds.Doubt) > 0))
        {
            return;
        }

        var isPure = indices.TrueForAll(at => reading.Is(at, Kinds.Consent | Kinds.And | Kinds.Link)) || reading.Length(clause.From, clause.To, Kinds.Agreed | Kinds.NotYet) == clause.Length || IsCovered(reading, clause);
        notYet |= indices.Exists(at => s_not.Contains(reading.Tokens[at].Root));
        if (notYet ? isPure || yes < 0 : IsTheirs(reading, clause) && (isPure || s_plain.Contains(reading.Tokens[yes].Root)))
        {
            reading.Values[Slot.Agreement] = notYet ? "not-yet" : "agreed";
            reading.Give(clause, Slot.Agreement);
            if (!isPure)
            {
                reading.Repeat(clause);
            }
        }
    }

    /// <summary>Words of consent and phrases of it, and nothing else.</summary>
    private static bool IsCovered(Reading reading, Stretch clause)
    {
        for (var at = clause.From; at < clause.To;)
        {
            var length = Math.Max(reading.Length(at, clause.To, Kinds.Agreed | Kinds.NotYet), reading.Is(at, Kinds.Consent | Kinds.And | Kinds.Link) ? 1 : 0);
            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    /// <summary>"We agreed" is not about the contact.</summary>
    private static bool IsTheirs(Reading reading, Stretch clause) => !s_first.Contains(reading.Tokens[clause.From].Root);
}
