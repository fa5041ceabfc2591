namespace IntroBot.Conversation.Understanding;

/// <summary>What the contact does: the words around a trade or a skill; else the first plain words that are nothing else.</summary>
internal static class TakeAbout
{
    private const Kinds Trade = Kinds.Job | Kinds.Skill;
    private const int MostPlainWords = 6;
    private static readonly HashSet<string> s_first = ["i", "we", "je", "j", "on", "nou", "my", "mon", "ma"];
    private static readonly HashSet<string> s_articles = ["a", "an", "un", "une", "the", "le", "la", "l", "some", "des"];
    private static readonly HashSet<string> s_years = ["year", "yr", "ans", "annee", "moi", "month", "experience"];

    public static void From(Reading reading)
    {
        if (reading.Values.ContainsKey(Slot.About))
        {
            return;
        }

        var free = reading.Parts.SelectMany(reading.Free).Select(stretch => Strip(reading, stretch)).Where(static stretch => stretch.Length > 0).ToList();
        var worded = free.FindIndex(stretch => IsTrade(reading, stretch));
        if (worded >= 0)
        {
            reading.Fill(Narrow(reading, free[worded]), Slot.About);
            Join(reading, free.Skip(worded + 1));
        }
        else if (reading.Values.ContainsKey(Slot.Contact))
        {
            var name = reading.Tokens.Where(static token => token.Slot == Slot.Contact).Select(static token => token.Root).ToHashSet();
            reading.Fill(free.Find(stretch => IsPlain(reading, stretch, name)), Slot.About);
        }
    }

    /// <summary>Skills that follow one by one belong to it: "dev, Java, Kafka".</summary>
    private static void Join(Reading reading, IEnumerable<Stretch> following)
    {
        foreach (var stretch in following.TakeWhile(stretch => Enumerable.Range(stretch.From, stretch.Length).All(at => reading.Is(at, Trade | Kinds.Grade | Kinds.And))))
        {
            reading.Fill(stretch, Slot.About);
        }
    }

    private static bool IsTrade(Reading reading, Stretch stretch)
    {
        var hasJob = Enumerable.Range(stretch.From, stretch.Length).Any(at => reading.Length(at, stretch.To, Kinds.Job) > 0);
        var hasSkill = Enumerable.Range(stretch.From, stretch.Length).Any(at => reading.Length(at, stretch.To, Kinds.Skill) > 0);
        return IsWords(reading, stretch) && (hasJob || (hasSkill && !Enumerable.Range(stretch.From, stretch.Length).Any(at => s_years.Contains(reading.Tokens[at].Root))));
    }

    /// <summary>"I know a great accountant", "Léa m'a parlé d'un ébéniste": what comes before is about somebody else.</summary>
    private static Stretch Narrow(Reading reading, Stretch stretch)
    {
        var trade = Enumerable.Range(stretch.From, stretch.Length).First(at => reading.Length(at, stretch.To, Trade) > 0);
        if (!Enumerable.Range(stretch.From, trade - stretch.From).Any(at => IsSomebodyElse(reading, at)))
        {
            return stretch;
        }

        var from = trade;
        while (from > stretch.From && (reading.Is(from - 1, Kinds.Grade) || reading.Tokens[from - 1].Phrases.Count == 0) && !s_articles.Contains(reading.Tokens[from - 1].Root))
        {
            from--;
        }

        reading.Give(new Stretch(from > stretch.From && s_articles.Contains(reading.Tokens[from - 1].Root) ? from - 1 : from, from), Slot.Frame);
        return stretch with { From = from };
    }

    private static bool IsSomebodyElse(Reading reading, int at) =>
        s_first.Contains(reading.Tokens[at].Root) || reading.Is(at, Kinds.Mine) || reading.Tokens[at] is { Root: "m", Glued: false } || (reading.HasCase && reading.Tokens[at].Capital && reading.Length(at, at + 1, Kinds.Grade | Kinds.Area) == 0 && reading.Tokens[at].Before == Break.None);

    /// <summary>A few words in lower case that are no sentence: "glass blower".</summary>
    private static bool IsPlain(Reading reading, Stretch stretch, HashSet<string> name) =>
        stretch.Length <= MostPlainWords && Enumerable.Range(stretch.From, stretch.Length).All(at => reading.Tokens[at].Shape == Shape.Word && !name.Contains(reading.Tokens[at].Root))
        && (!reading.HasCase || !reading.Tokens[stretch.From].Capital)
        && Enumerable.Range(reading.ClauseOf(stretch.From).From, stretch.From - reading.ClauseOf(stretch.From).From).All(at => !reading.IsFree(at) || reading.Is(at, Kinds.Glue))
        && Enumerable.Range(stretch.From, stretch.Length).All(at => !reading.Is(at, Kinds.NotAName) || reading.Is(at, Kinds.Glue))
        && !reading.Is(stretch.From, Kinds.Glue | Kinds.Mine | Kinds.Towards | Kinds.In | Kinds.Person | Kinds.Tag) && reading.Tokens[stretch.From].Root != "ex";

    private static bool IsWords(Reading reading, Stretch stretch) => Enumerable.Range(stretch.From, stretch.Length).All(at => reading.Tokens[at].Shape is Shape.Word or Shape.Number);

    /// <summary>Leaves out "she's a", "qui est", "un".</summary>
    private static Stretch Strip(Reading reading, Stretch stretch)
    {
        var from = stretch.From;
        while (from < stretch.To && reading.Is(from, Kinds.Glue | Kinds.And | Kinds.Link) && !s_first.Contains(reading.Tokens[from].Root))
        {
            from++;
        }

        if (from < stretch.To && reading.Length(from, stretch.To, Kinds.Self) is > 0 and var self)
        {
            from += self;
            while (from < stretch.To && reading.Is(from, Kinds.Glue))
            {
                from++;
            }
        }

        return stretch with { From = from };
    }
}
