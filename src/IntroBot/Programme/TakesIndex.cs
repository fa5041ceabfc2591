using System.Collections.Immutable;

namespace IntroBot.Programmes;

/// <summary>Finds the routes' phrases in a text in one pass over its words.</summary>
internal sealed class TakesIndex
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);

    private readonly List<(int Route, string[] Words)> _titles = [];
    private readonly HashSet<string> _phrases = new(StringComparer.Ordinal);

    public TakesIndex(ImmutableArray<Route> routes)
    {
        for (var i = 0; i < routes.Length; i++)
        {
            _titles.AddRange(Titles(routes[i]).Select(title => (i, PlainWords.Of(title))));
            foreach (var phrase in Phrases(routes[i]).Select(PlainWords.Of).Where(static words => words.Length > 0).DistinctBy(static words => string.Join(' ', words)))
            {
                if (!_byFirstWord.TryGetValue(phrase[0], out var list))
                {
                    _byFirstWord[phrase[0]] = list = [];
                }

                list.Add(new Phrase(i, phrase));
                _phrases.Add(string.Join(' ', phrase));
            }
        }
    }

    public static TakesIndex Empty { get; } = new([]);

    /// <summary>The position of the route a text points to, or null.</summary>
    public int? Best(string text)
    {
        var words = PlainWords.Of(text);
        var found = new HashSet<Phrase>();
        for (var at = 0; at < words.Length; at++)
        {
            found.UnionWith(_byFirstWord.GetValueOrDefault(words[at], []).Where(phrase => phrase.StandsIn(words, at)));
        }

        return found.GroupBy(static phrase => phrase.Route)
            .OrderByDescending(static route => route.Max(static phrase => phrase.Words.Length))
            .ThenByDescending(static route => route.Count())
            .ThenByDescending(static route => route.Max(static phrase => phrase.Words.Sum(static word => word.Length)))
            .ThenBy(static route => route.Key)
            .Select(static route => (int?)route.Key)
            .FirstOrDefault();
    }

    /// <summary>The position of the route whose name or title these words are, or, when <paramref name="partly"/>, stand in; null for none.</summary>
    public int? Titled(string[] words, bool partly) => _titles.Where(title => words.AsSpan().SequenceEqual(title.Words)).Concat(_titles.Where(title => partly && words.All(title.Words.Contains))).Select(static title => (int?)title.Route).FirstOrDefault();

    /// <summary>Whether these words are one of the phrases and nothing else.</summary>
    public bool IsPhrase(string[] words) => _phrases.Contains(string.Join(' ', words));

    /// <summary>"Anything else" and "general" are common words, so the general route is found by its <c>takes</c> alone.</summary>
    private static ImmutableArray<string> Phrases(Route route) =>
        [.. route.Takes, .. Titles(route)];

    private static ImmutableArray<string> Titles(Route route) => route.Name == Route.General ? [] : [route.Name, route.Title.En, route.Title.Fr];

    private sealed record Phrase(int Route, string[] Words)
    {
        public bool StandsIn(string[] text, int at) => text.AsSpan(at).StartsWith(Words);
    }
}
