using System.Text.RegularExpressions;

namespace IntroBot.Programmes;

/// <summary>Keys and values of the file. Unknown and repeated keys are noted when it is opened.</summary>
internal sealed partial class Section
{
    private readonly Value _self;
    private readonly bool _incomplete;
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <param name="map">What the file has.</param>
    /// <param name="self">Where it stands.</param>
    /// <param name="incomplete">The section itself is a mistake already noted: its missing keys need no mention.</param>
    public Section(Yaml.Map map, Value self, bool incomplete = false)
    {
        _self = self;
        _incomplete = incomplete;
        foreach (var (key, node) in map.Entries)
        {
            Open(key, self with { Node = node, Path = Join(key.Text) });
        }
    }

    /// <summary>A key's value, or null when the file does not have it.</summary>
    public Value? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>A key's value; null, and a mistake, when the file does not have it.</summary>
    public Value? Need(string key, string expected)
    {
        if (!_values.ContainsKey(key) && !_incomplete)
        {
            _self.Note(new Mistake(_self.File, _self.Node.Line, Join(key), $"missing; expected {expected}"));
        }

        return Find(key);
    }

    private void Open(Yaml.Scalar key, Value value)
    {
        var section = Position().Replace(_self.Path, "[]");
        if (!KnownKeys.Of(section).Contains(key.Text))
        {
            Wrong(key, KnownKeys.Nearest(section, key.Text) is { } nearest
                ? $"unknown key; did you mean {nearest}?"
                : $"unknown key; known here: {string.Join(", ", KnownKeys.Of(section))}");
        }
        else if (!_values.TryAdd(key.Text, value))
        {
            Wrong(key, $"written twice, first on line {_values[key.Text].Node.Line}");
        }
    }

    private void Wrong(Yaml.Scalar key, string message) => _self.Note(new Mistake(_self.File, key.Line, Join(key.Text), message));

    private string Join(string key) => _self.Path.Length == 0 ? key : $"{_self.Path}.{key}";

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Position();
}
