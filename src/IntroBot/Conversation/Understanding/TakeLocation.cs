namespace IntroBot.Conversation.Understanding;

/// <summary>Where the contact is: a known place, or whatever stands behind "lives in", "basé à", "near". Not a place in another's name or in how they are known.</summary>
internal static class TakeLocation
{
    private static readonly HashSet<string> s_or = ["or", "ou", "and", "et"];
    private static readonly HashSet<string> s_based = ["based", "base"];

    public static void From(Reading reading)
    {
        if (reading.Values.ContainsKey(Slot.Location))
        {
            return;
        }

        foreach (var part in reading.Parts)
        {
            foreach (var free in reading.Free(part).ToList())
            {
                for (var at = free.From; at < free.To; at++)
                {
                    if (!reading.Tokens[at].Glued && Place(reading, at, free) is { } place)
                    {
                        Take(reading, place, free);
                        return;
                    }
                }
            }
        }
    }

    private static void Take(Reading reading, Stretch place, Stretch free)
    {
        place = place with { To = Extend(reading, place) };
        var from = place.From;
        while (from > free.From && reading.Is(from - 1, Kinds.In | Kinds.Glue))
        {
            from--;
        }

        for (var at = free.From; at < from; at++)
        {
            if (at + reading.Length(at, place.From, Kinds.Living) is var end && end >= from && end > at)
            {
                from = at;
            }
        }

        reading.Fill(place, Slot.Location);
        reading.Give(new Stretch(from, place.From), Slot.Frame);
        var tail = place.To < reading.Tokens.Count && s_based.Contains(reading.Tokens[place.To].Root) ? place.To + 1 : place.To;
        reading.Give(new Stretch(place.To, tail), Slot.Frame);
        if (SaysMore(reading, new Stretch(free.From, from)) || (tail < free.To && SaysMore(reading, new Stretch(tail, free.To))))
        {
            var part = reading.PartOf(place.From);
            if (IsAboutNothingElse(reading, part))
            {
                reading.Repeat(part);
            }
        }
    }

    /// <summary>"moving to Montreal in May": the month would be lost.</summary>
    private static bool SaysMore(Reading reading, Stretch rest) => Enumerable.Range(rest.From, rest.Length).Any(at => !reading.Is(at, Kinds.Glue | Kinds.And | Kinds.Link));

    private static bool IsAboutNothingElse(Reading reading, Stretch part) =>
        Enumerable.Range(part.From, part.Length).All(at => reading.Tokens[at].Slot is Slot.None or Slot.Location or Slot.Frame && reading.Length(at, part.To, Kinds.Job | Kinds.Skill) == 0 && !reading.Is(at, Kinds.Opening));

    /// <summary>A place that begins at a token, with what makes it more precise.</summary>
    private static Stretch? Place(Reading reading, int at, Stretch free)
    {
        var near = reading.Length(at, free.To, Kinds.Near);
        if (near > 0 && at + near < free.To && (Known(reading, at + near, free, isExpected: true) ?? Unknown(reading, at + near, free)) is { } close)
        {
            return close with { From = at };
        }

        var living = reading.Length(at, free.To, Kinds.Living);
        if (living > 0 && at + living < free.To && (Known(reading, at + living, free, isExpected: true) ?? Unknown(reading, at + living, free)) is { } home)
        {
            return home;
        }

        var isExpected = at > free.From && reading.Is(at - 1, Kinds.In);
        return Known(reading, at, free, isExpected) ?? (isExpected ? Street(reading, at, free) ?? AfterTrade(reading, at, free) : null);
    }

    private static Stretch? Known(Reading reading, int at, Stretch free, bool isExpected)
    {
        var from = at;
        while (at + 1 < free.To && (reading.Is(at, Kinds.Area) || (reading.Tokens[at].Shape == Shape.Number && reading.Tokens[at].End - reading.Tokens[at].Start == 5)))
        {
            at++;
        }

        var length = reading.Length(at, free.To, Kinds.Place | Kinds.Remote);
        length = length == 0 && isExpected && !reading.HasCase && !reading.Is(at, Kinds.NotAName | Kinds.Mine | Kinds.Glue) ? reading.Tokens[at].Phrases.Where(phrase => (phrase.WithCapital & Kinds.Place) != Kinds.None && at + phrase.Length <= free.To).Select(static phrase => phrase.Length).DefaultIfEmpty().Max() : length;
        length = length == 0 && at > from && reading.Tokens[at - 1].Root == "region" ? 1 : length;
        var to = at + length;
        while (to < free.To && length > 0 && (reading.Is(to, Kinds.Area) || (reading.Tokens[to].Shape == Shape.Number && reading.Tokens[to].End - reading.Tokens[to].Start <= 5)))
        {
            to++;
        }

        return length == 0 || (to < reading.Tokens.Count && reading.Tokens[to].Glued) ? null
            : isExpected || from == free.From || to == free.To || s_based.Contains(reading.Tokens[to].Root) || Living(reading, from, free) ? new Stretch(from, to)
            : null;
    }

    private static bool Living(Reading reading, int from, Stretch free) => Enumerable.Range(free.From, from - free.From).Any(at => at + reading.Length(at, free.To, Kinds.Living | Kinds.Near) == from);

    /// <summary>A place nobody listed, where words say that one follows.</summary>
    private static Stretch? Unknown(Reading reading, int at, Stretch free)
    {
        var to = at;
        while (to < free.To && reading.Tokens[to].Shape == Shape.Word && (Names.IsCapital(reading, to) || (to > at && reading.Is(to, Kinds.Particle) && to + 1 < free.To && Names.IsCapital(reading, to + 1))))
        {
            to = reading.EndOfGroup(to);
        }

        return to == at && !reading.HasCase && reading.Tokens[at].Phrases.Count == 0 && reading.Tokens[at].Shape == Shape.Word ? new Stretch(at, reading.EndOfGroup(at)) : to > at ? new Stretch(at, to) : null;
    }

    /// <summary>"in Baker Street".</summary>
    private static Stretch? Street(Reading reading, int at, Stretch free) =>
        Unknown(reading, at, free) is { } unknown && Enumerable.Range(unknown.From, unknown.Length).Any(i => reading.Is(i, Kinds.Street)) ? unknown : null;

    /// <summary>"électricien à Sfax": a word nobody knows at the end, behind what somebody does.</summary>
    private static Stretch? AfterTrade(Reading reading, int at, Stretch free) =>
        reading.HasCase && at - 2 >= free.From && reading.Is(at - 2, Kinds.Job) && reading.Tokens[at].Phrases.Count == 0 && Unknown(reading, at, free) is { } unknown && unknown.To == free.To ? unknown : null;

    /// <summary>"Lyon or remote", "Paris, France", "Lyon (69)", "Paris / remote".</summary>
    private static int Extend(Reading reading, Stretch place)
    {
        for (var to = place.To; ;)
        {
            var next = to < reading.Tokens.Count && reading.Tokens[to].Before == Break.None && s_or.Contains(reading.Tokens[to].Root) ? to + 1 : to;
            if (next >= reading.Tokens.Count || !reading.IsFree(to) || !reading.IsFree(next) || reading.Tokens[next].Before > Break.Comma)
            {
                return to;
            }

            var clause = reading.ClauseOf(next);
            var length = reading.Length(next, clause.To, Kinds.Place | Kinds.Remote);
            var isCode = reading.Tokens[next] is { Shape: Shape.Number, Before: Break.Comma } code && code.End - code.Start is 2 or 3 or 5 && clause.Length == 1 && reading.Text[code.Start - 1] == '(';
            if (isCode || (length > 0 && (next > to || (clause.From == next && clause.To == next + length))))
            {
                to = next + Math.Max(length, 1);
                continue;
            }

            return to;
        }
    }
}
