using static IntroBot.Recognition.NoBountyTokenKind;

namespace IntroBot.Recognition;

/// <summary>
/// A phrase to find, word by word: <c>a|b</c> one of these, <c>!a|b</c> any word but these, <c>_</c> any word or number, <c>#</c> a number in digits or words, <c>##</c> one of
/// at least two digits, <c>@</c> a year, <c>%</c> per cent, <c>.</c> the end of the sentence; <c>?</c> after a word makes it optional.
/// </summary>
internal sealed class NoBountyPattern
{
    private const string NumberKey = "#";

    private static readonly HashSet<string> s_numbers =
    [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "hundreds", "thousand", "thousands", "million", "millions",
        "few", "several", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "douze", "quinze", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "cent", "cents", "mille", "quelques",
    ];

    private readonly Step[] _steps;

    private NoBountyPattern(string phrase) => _steps = [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step.Parse)];

    /// <summary>What it begins with: words, or a number or percent sign as <see cref="KeyOf"/> has them.</summary>
    public IEnumerable<string> FirstKeys => _steps[0] switch
    {
        { Words: { } words } => words,
        { Sign: "#" or "##" or "@" } => [NumberKey],
        var first => [first.Sign],
    };

    /// <summary>Under what the patterns that may stand at a token are found, besides its own word.</summary>
    public static string? KeyOf(NoBountyToken token) => token.Kind == Number || s_numbers.Contains(token.Plain) ? NumberKey : null;

    /// <summary>A phrase of each line that is not empty.</summary>
    public static IEnumerable<NoBountyPattern> Read(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => new NoBountyPattern(line));

    /// <summary>Where the phrase ends when it stands at a token, or -1. A phrase has at most four optional words, so this is bounded work.</summary>
    public int Match(List<NoBountyToken> tokens, int at) => Match(tokens, at, 0);

    private int Match(List<NoBountyToken> tokens, int at, int step)
    {
        if (step == _steps.Length)
        {
            return at;
        }

        var end = _steps[step].Takes(tokens, at) ? Match(tokens, Math.Min(at + 1, tokens.Count), step + 1) : -1;
        return end < 0 && _steps[step].Optional ? Match(tokens, at, step + 1) : end;
    }

    private sealed record Step(string Sign, HashSet<string>? Words, bool Optional)
    {
        private HashSet<string> Others { get; init; } = [];

        public static Step Parse(string text)
        {
            var optional = text.EndsWith('?');
            var bare = optional ? text[..^1] : text;
            return bare switch
            {
                "_" or "#" or "##" or "@" or "%" or "." => new Step(bare, null, optional),
                ['!', .. var others] => new Step("!", null, optional) { Others = [.. others.Split('|')] },
                _ => new Step("", [.. bare.Split('|')], optional),
            };
        }

        public bool Takes(List<NoBountyToken> tokens, int at) => at >= tokens.Count ? Sign == "." : Takes(tokens[at]);

        private bool Takes(NoBountyToken token) => Sign switch
        {
            "" => Words!.Contains(token.Plain),
            "_" => token.Kind is Word or Number,
            "#" => token.Kind == Number || s_numbers.Contains(token.Plain),
            "##" => token.Kind == Number && token.Plain.Length > 1,
            "@" => token is { Kind: Number, Plain: ['1', '9', _, _] or ['2', '0', _, _] },
            "%" => token.Kind == Percent,
            "." => token.Kind == SentenceEnd,
            _ => token.Kind == Word && !Others.Contains(token.Plain),
        };
    }
}
