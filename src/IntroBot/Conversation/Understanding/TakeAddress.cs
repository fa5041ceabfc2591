namespace IntroBot.Conversation.Understanding;

/// <summary>The contact's address: an email before a phone number before a profile, the first of each. One that is said to be somebody else's is left alone.</summary>
internal static class TakeAddress
{
    private static readonly HashSet<string> s_receiving = ["to", "for", "a", "pour", "cc", "cci", "bcc", "copie", "from"];
    private static readonly HashSet<string> s_objects = ["me", "moi", "us", "nou"];

    public static void From(Reading reading)
    {
        for (var at = 0; at < reading.Tokens.Count; at++)
        {
            DropTag(reading, at);
        }

        var own = Enumerable.Range(0, reading.Tokens.Count).Where(at => reading.Tokens[at].Address?.Address is not null && !IsSomebodyElses(reading, at)).ToList();
        if (own.Count > 0)
        {
            var chosen = own.MinBy(at => Rank(reading, at));
            reading.Fill(new Stretch(chosen, chosen + 1), Slot.Address);
        }
    }

    /// <summary>"email", "tél. :" before an address say nothing that the address does not.</summary>
    private static void DropTag(Reading reading, int at)
    {
        var tag = reading.Length(at, reading.Tokens.Count, Kinds.Tag);
        if (tag > 0 && at + tag < reading.Tokens.Count && reading.Tokens[at + tag] is { Shape: Shape.Address, Before: <= Break.Sentence } && !reading.Is(at - 1, Kinds.Mine))
        {
            reading.Give(new Stretch(at, at + tag), Slot.Frame);
        }
    }

    private static int Rank(Reading reading, int at) => reading.Tokens[at].Address!.Address! switch
    {
        { Kind: "email" } email => reading.Programme.Domains.Any(domain => email.Normal.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase)) ? 3 : 0,
        { Kind: "phone" } => 1,
        _ => 2,
    };

    /// <summary>"to lea@…", "cc …", "call me on …", "my email is …".</summary>
    private static bool IsSomebodyElses(Reading reading, int at)
    {
        var from = at;
        while (from > 0 && at - from < 6 && reading.Tokens[from].Before is Break.None or Break.Colon)
        {
            from--;
        }

        var before = at - 1;
        while (before >= from && reading.Is(before, Kinds.Tag))
        {
            before--;
        }

        return (before >= from && s_receiving.Contains(reading.Tokens[before].Root) && !Enumerable.Range(from, before - from + 1).Any(i => i + reading.Length(i, before + 1, Kinds.Reach) == before + 1))
            || Enumerable.Range(from, at - from).Any(i => reading.Is(i, Kinds.Mine) && (s_objects.Contains(reading.Tokens[i].Root) ? IsBeforeAddress(reading, i + 1, at) : IsTheWriters(reading, i, at)));
    }

    /// <summary>"my email is …", "my new number: …"; but in "my contact Ada Martin …" the address that follows is Ada's.</summary>
    private static bool IsTheWriters(Reading reading, int mine, int at) => Enumerable.Range(mine + 1, Math.Min(2, at - mine - 1))
        .Any(tag => reading.Length(tag, at, Kinds.Tag) is > 0 and var length && tag + length > mine + reading.Length(mine, at, Kinds.Contact) && IsBeforeAddress(reading, tag + length, at));

    private static bool IsBeforeAddress(Reading reading, int from, int at) => Enumerable.Range(from, at - from).All(i => reading.Is(i, Kinds.In | Kinds.Tag | Kinds.Glue | Kinds.Particle));
}
