using IntroBot.Programmes;

namespace IntroBot.Conversation.Understanding;

/// <summary>A text while it is being understood: its tokens, each in at most one slot, its clauses (between punctuation) and their parts (before "who", "and she", …).</summary>
internal sealed class Reading
{
    // No sentence is so long; what goes on without a comma is taken in portions, so that looking around in a clause costs no more than a clause.
    private const int LongestClause = 40;

    private const Kinds Verbal = Kinds.NotAName | Kinds.Living | Kinds.Knowing | Kinds.Having | Kinds.Self | Kinds.Glue;

    private readonly int[] _clauseOf;
    private readonly int[] _partOf;
    private readonly Dictionary<int, Stretch> _whole = [];

    public Reading(string text, Programme programme)
    {
        Text = text;
        Programme = programme;
        Tokens = Lexer.Read(text, Addresses.In(text, Phones.RegionOf(programme.Zone)));
        Lexicon.Mark(Tokens, HasCase = DistinguishesCase());
        Clauses = [.. Split(static (reading, at) => reading.Tokens[at].Before != Break.None)];
        Parts = [.. Split(static (reading, at) => reading.Tokens[at].Before != Break.None || reading.BeginsPart(at))];
        (_clauseOf, _partOf) = (Index(Clauses), Index(Parts));
    }

    public string Text { get; }

    public Programme Programme { get; }

    public List<Token> Tokens { get; }

    /// <summary>Whether capitals say something: the text has both, and not at the beginning of sentences or in abbreviations alone.</summary>
    public bool HasCase { get; }

    public IReadOnlyList<Stretch> Clauses { get; }

    public IReadOnlyList<Stretch> Parts { get; }

    /// <summary>What each slot holds so far.</summary>
    public Dictionary<Slot, string> Values { get; } = [];

    /// <summary>How often the lexicon's findings were looked at: the work that understanding the text took.</summary>
    public int Looks { get; private set; }

    /// <summary>The length of the longest phrase of these kinds that begins at a token and ends before <paramref name="to"/>; 0 for none.</summary>
    public int Length(int at, int to, Kinds kinds)
    {
        Looks++;
        var longest = 0;
        foreach (var (length, found, _) in Tokens[at].Phrases)
        {
            longest = (found & kinds) != Kinds.None && at + length <= to ? Math.Max(longest, length) : longest;
        }

        return longest;
    }

    /// <summary>Whether the token by itself is of one of these kinds.</summary>
    public bool Is(int at, Kinds kinds) => at >= 0 && at < Tokens.Count && Length(at, at + 1, kinds) > 0;

    public bool IsFree(int at) => Tokens[at].Slot == Slot.None;

    public bool AreFree(Stretch stretch) => Enumerable.Range(stretch.From, stretch.Length).All(IsFree);

    /// <summary>The text of tokens, as typed.</summary>
    public string TextOf(Stretch stretch) => Text[Tokens[stretch.From].Start..Tokens[stretch.To - 1].End];

    public void Give(Stretch stretch, Slot slot)
    {
        for (var at = stretch.From; at < stretch.To; at++)
        {
            Tokens[at].Slot = slot;
        }
    }

    /// <summary>Gives tokens, if any, to a slot, beside what it holds already.</summary>
    public void Fill(Stretch stretch, Slot slot)
    {
        if (stretch.Length == 0)
        {
            return;
        }

        Give(stretch, slot);
        Values[slot] = Values.TryGetValue(slot, out var before) ? $"{before}, {TextOf(stretch)}" : TextOf(stretch);
    }

    /// <summary>Takes a slot's tokens back.</summary>
    public void Release(Slot slot) => Tokens.FindAll(token => token.Slot == slot).ForEach(static token => token.Slot = Slot.None);

    /// <summary>The free stretches of a stretch, in order.</summary>
    public IEnumerable<Stretch> Free(Stretch stretch)
    {
        for (var at = stretch.From; at < stretch.To; at++)
        {
            var from = at;
            while (at < stretch.To && IsFree(at))
            {
                at++;
            }

            if (at > from)
            {
                yield return new Stretch(from, at);
            }
        }
    }

    /// <summary>Where the word that a token belongs to ends: "Jean-Baptiste" and "d'Harcourt" are one.</summary>
    public int EndOfGroup(int at)
    {
        do
        {
            at++;
        }
        while (at < Tokens.Count && Tokens[at].Glued);
        return at;
    }

    public Stretch ClauseOf(int at) => Clauses[_clauseOf[at]];

    public Stretch PartOf(int at) => Parts[_partOf[at]];

    /// <summary>Has the note repeat a stretch whole, since what was understood of it is not all it says.</summary>
    public void Repeat(Stretch stretch)
    {
        for (var at = stretch.From; at < stretch.To; at++)
        {
            _whole.TryAdd(at, stretch);
        }
    }

    /// <summary>The stretch to repeat that a token belongs to.</summary>
    public Stretch? Repeated(int at) => _whole.TryGetValue(at, out var whole) ? whole : null;

    private bool BeginsPart(int at) => !Tokens[at].Glued && (
        Is(at, Kinds.Link) ? !(at > 0 && Tokens[at].Before == Break.None && IsBeforeLink(at - 1) && !Is(at - 1, Kinds.Link))
        : at + 1 < Tokens.Count && Tokens[at + 1].Before == Break.None && ((Is(at, Kinds.And) && Length(at + 1, Tokens.Count, Verbal) > 0) || (IsBeforeLink(at) && Is(at + 1, Kinds.Link))));

    /// <summary>"with" of "with whom", "avec" of "avec qui".</summary>
    private bool IsBeforeLink(int at) => Tokens[at].Root is "with" or "avec" or "for" or "pour" or "chez" or "to" or "from";

    private IEnumerable<Stretch> Split(Func<Reading, int, bool> begins)
    {
        for (var from = 0; from < Tokens.Count;)
        {
            var to = from + 1;
            while (to < Tokens.Count && !begins(this, to) && (to % LongestClause != 0 || Tokens[to].Glued))
            {
                to++;
            }

            yield return new Stretch(from, to);
            from = to;
        }
    }

    private int[] Index(IReadOnlyList<Stretch> stretches)
    {
        var index = new int[Tokens.Count];
        for (var i = 0; i < stretches.Count; i++)
        {
            index.AsSpan(stretches[i].From, stretches[i].Length).Fill(i);
        }

        return index;
    }

    private bool DistinguishesCase()
    {
        var words = Tokens.Where(static token => token.Shape == Shape.Word).ToList();
        return words.Any(IsCapitalised) && words.Any(token => Text.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') >= 0 || Text[token.End - 1] > 'ÿ' || char.IsLower(Text[token.End - 1]));
    }

    private bool IsCapitalised(Token token) => token.Capital && !(token.End - token.Start is > 1 and <= 4 && Text.AsSpan(token.Start, token.End - token.Start).IndexOfAnyExceptInRange('A', 'Z') < 0 && Lexicon.Knows(token.Root))
        && (token.Before < Break.Sentence || !Lexicon.Knows(token.Root) || Lexicon.IsName(token.Root));
}
