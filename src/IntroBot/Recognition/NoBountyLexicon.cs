namespace IntroBot.Recognition;

/// <summary>Patterns by what they begin with.</summary>
internal sealed class NoBountyLexicon<T>
{
    private readonly Dictionary<string, List<(NoBountyPattern Pattern, T Meaning)>> _byFirst = new(StringComparer.Ordinal);

    public NoBountyLexicon(IEnumerable<(NoBountyPattern Pattern, T Meaning)> patterns)
    {
        foreach (var entry in patterns)
        {
            foreach (var key in entry.Pattern.FirstKeys)
            {
                (_byFirst.TryGetValue(key, out var list) ? list : _byFirst[key] = []).Add(entry);
            }
        }
    }

    /// <summary>The patterns that may stand at a token.</summary>
    public IEnumerable<(NoBountyPattern Pattern, T Meaning)> At(NoBountyToken token)
    {
        var own = _byFirst.GetValueOrDefault(token.Plain);
        var number = NoBountyPattern.KeyOf(token) is { } key ? _byFirst.GetValueOrDefault(key) : null;
        return (own, number) switch
        {
            (null, null) => [],
            ({ } one, null) => one,
            (null, { } one) => one,
            ({ } one, { } other) => one.Concat(other),
        };
    }
}
