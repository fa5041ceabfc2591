using System.Collections.Frozen;

namespace IntroBot.Conversation.Understanding;

/// <summary>The words and phrases of Lexicon.txt, found in a text in one walk over its tokens, everyday ones with a slip of the finger.</summary>
internal static class Lexicon
{
    private const Kinds Tolerant = Kinds.Opening | Kinds.Contact | Kinds.Person | Kinds.Knowing | Kinds.Agreed | Kinds.NotYet | Kinds.Recruiting | Kinds.Job;

    // Of these the plural is somebody or somewhere else: La Tour is not Tours.
    private const Kinds Names = Kinds.Place | Kinds.First;
    private const int LongestPhrase = 8;
    private static readonly Node s_root = Load();
    private static readonly FrozenSet<string> s_words = Words(s_root, Kinds.None).ToFrozenSet();
    private static readonly FrozenDictionary<string, string[]> s_slips = Slips();

    /// <summary>Whether a word is part of any phrase.</summary>
    public static bool Knows(string word) => s_words.Contains(word);

    /// <summary>Whether a word is a first name or a place by itself.</summary>
    public static bool IsName(string word) => s_root.Next.TryGetValue(word, out var node) && ((node.Ends | node.EndsCapital) & (Kinds.First | Kinds.Place)) != Kinds.None;

    /// <summary>Whether a text is a place by itself.</summary>
    public static bool IsPlace(string text)
    {
        var node = s_root;
        return Lexer.Read(text, []).All(token => node.Next.TryGetValue(token.Root, out node!)) && ((node.Ends | node.EndsCapital) & Kinds.Place) != Kinds.None;
    }

    /// <summary>Notes at each token the phrases that begin there. When <paramref name="hasCase"/> is false, capitals say nothing.</summary>
    public static void Mark(IReadOnlyList<Token> tokens, bool hasCase)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            Walk(tokens, at, hasCase);
        }
    }

    private static void Walk(IReadOnlyList<Token> tokens, int at, bool hasCase)
    {
        var node = s_root;
        var slipped = false;
        for (var i = at; i < tokens.Count && i - at < LongestPhrase && (i == at || tokens[i].Before == Break.None); i++)
        {
            if (tokens[i].Shape is not (Shape.Word or Shape.Number) || (node.Next.GetValueOrDefault(tokens[i].Root) ?? Slipped(node, tokens[i], i == 0 || !hasCase || !tokens[i].Capital, ref slipped)) is not { } next)
            {
                return;
            }

            node = next;
            var kinds = (node.Exact.Contains(tokens[i].Plain) ? node.Ends : node.Ends & ~Names) | (hasCase && tokens[at].Capital && node.Exact.Contains(tokens[i].Plain) ? node.EndsCapital : Kinds.None);
            kinds = !slipped ? kinds : (kinds & Tolerant) == Kinds.None ? Kinds.None : (kinds & Tolerant) | Kinds.Slip;
            if (kinds != Kinds.None || (node.EndsCapital != Kinds.None && !slipped))
            {
                tokens[at].Phrases.Add((i - at + 1, kinds, slipped ? Kinds.None : node.EndsCapital));
            }
        }
    }

    private static Node? Slipped(Node node, Token token, bool mayBe, ref bool slipped)
    {
        if (!mayBe || token.Root.Length is < 5 or > 16 || s_words.Contains(token.Root))
        {
            return null;
        }

        foreach (var candidate in Candidates(token.Root))
        {
            if (node.Next.TryGetValue(candidate, out var next) && Spelling.Distance(token.Root, candidate) <= 1)
            {
                slipped = true;
                return next;
            }
        }

        return null;
    }

    /// <summary>Words that share the typed one, or the typed one without a letter (Garbe's symmetric deletes): whatever is one slip away is among them.</summary>
    private static IEnumerable<string> Candidates(string typed)
    {
        foreach (var key in Deletes(typed))
        {
            foreach (var word in s_slips.GetValueOrDefault(key, []))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string> Deletes(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word);

    private static FrozenDictionary<string, string[]> Slips() => Words(s_root, Tolerant).Where(static word => word.Length >= 5).Distinct()
        .SelectMany(static word => Deletes(word).Distinct().Select(key => (key, word)))
        .GroupBy(static pair => pair.key, static pair => pair.word)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToArray());

    /// <summary>The words below a node that lead to a phrase of these kinds; all of them for none.</summary>
    private static IEnumerable<string> Words(Node node, Kinds kinds) => node.Next.Where(pair => kinds == Kinds.None || Leads(pair.Value, kinds)).SelectMany(pair => Words(pair.Value, kinds).Prepend(pair.Key));

    private static bool Leads(Node node, Kinds kinds) => (node.Ends & kinds) != Kinds.None || node.Next.Values.Any(next => Leads(next, kinds));

    private static Node Load()
    {
        var root = new Node();
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("IntroBot.Lexicon.txt")!);
        var kind = Kinds.None;
        while (reader.ReadLine() is { } line)
        {
            if (line is ['[', .. var section, ']'])
            {
                kind = Enum.Parse<Kinds>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            }
            else if (!line.StartsWith('#'))
            {
                foreach (var entry in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    Add(root, entry, kind);
                }
            }
        }

        return root;
    }

    private static void Add(Node root, string entry, Kinds kind)
    {
        var node = root;
        var words = Lexer.Read(entry.TrimEnd('!'), []);
        foreach (var token in words)
        {
            node = node.Next.TryGetValue(token.Root, out var next) ? next : node.Next[token.Root] = new Node();
        }

        node.Exact.Add(words[^1].Plain);
        if (entry.EndsWith('!'))
        {
            node.EndsCapital |= kind;
        }
        else
        {
            node.Ends |= kind;
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        /// <summary>The last words of the phrases that end here, before their plural was left out.</summary>
        public HashSet<string> Exact { get; } = new(StringComparer.Ordinal);

        public Kinds Ends { get; set; }

        public Kinds EndsCapital { get; set; }
    }
}
