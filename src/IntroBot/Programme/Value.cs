using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IntroBot.Programmes;

/// <summary>A value of the file with its path. Each reader notes a mistake and yields a placeholder when the value is not what it expects: a file with a mistake is never in force.</summary>
internal sealed record Value(Yaml Node, string Path, Action<Mistake> Note, string File)
{
    /// <summary>One line of text.</summary>
    public string Text(int max) =>
        Node is Yaml.Scalar { Text: var text } && text.Trim() is { Length: > 0 } trimmed && trimmed.Length <= max && !trimmed.Any(char.IsControl)
            ? trimmed
            : Expected($"text of one line, at most {max} characters", "");

    /// <summary>A text of this form, as <paramref name="expected"/> describes it.</summary>
    public string Match(Regex form, string expected) => Node is Yaml.Scalar { Text: var text } && form.IsMatch(text) ? text : Expected(expected, "");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag() => Node is Yaml.Scalar { Quoted: false } scalar && bool.TryParse(scalar.Text, out var flag) ? flag : Expected("true or false", false);

    /// <summary>A whole number within bounds.</summary>
    public int Number(int least, int most) =>
        Node is Yaml.Scalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Expected($"a whole number from {least} to {most}", least);

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(params (string Word, T Meaning)[] words)
    {
        var found = words.FirstOrDefault(pair => Node is Yaml.Scalar scalar && scalar.Text == pair.Word);
        return found.Word is null ? Expected($"{string.Join(", ", words[..^1].Select(static pair => pair.Word))} or {words[^1].Word}", words[0].Meaning) : found.Meaning;
    }

    /// <summary>A value that a parser accepts; null means it does not.</summary>
    public T Parse<T>(Func<string, T?> parse, string expected, T placeholder)
        where T : class => Node is Yaml.Scalar { Text: var text } && parse(text) is { } parsed ? parsed : Expected(expected, placeholder);

    /// <summary>A list, each item read in turn.</summary>
    public ImmutableArray<T> List<T>(Func<Value, T> read, string ofWhat, int most) => Node is Yaml.List list && list.Items.Count <= most
        ? [.. list.Items.Select((_, i) => read(Item(i)))]
        : Expected($"a list of {ofWhat}, at most {most}", ImmutableArray<T>.Empty);

    /// <summary>A section with keys of its own.</summary>
    public Section Section() => Node is Yaml.Map map ? new Section(map, this) : new Section(Expected("keys and values", new Yaml.Map(Node.Line, [])), this, incomplete: true);

    /// <summary>The value of a key of this section; the section itself when it has no such key.</summary>
    public Value At(string key) => Node is Yaml.Map map && map.Entries.FirstOrDefault(entry => entry.Key.Text == key) is { Value: { } found }
        ? this with { Node = found, Path = Path.Length == 0 ? key : $"{Path}.{key}" }
        : this;

    /// <summary>An item of this list, which must be one.</summary>
    public Value Item(int index) => this with { Node = ((Yaml.List)Node).Items[index], Path = $"{Path}[{index}]" };

    /// <summary>Notes that this value is wrong, and how.</summary>
    public void Wrong(string message) => Note(new Mistake(File, Node.Line, Path, message));

    private T Expected<T>(string expected, T placeholder)
    {
        Wrong($"expected {expected}, found {Found()}");
        return placeholder;
    }

    private string Found() => Node switch
    {
        Yaml.Scalar { Quoted: false, Text: "" or "~" or "null" } => "nothing",
        Yaml.Scalar { Text.Length: > 60 } scalar => $"\"{Shown(scalar.Text[..60])}…\"",
        Yaml.Scalar scalar => $"\"{Shown(scalar.Text)}\"",
        Yaml.List list => $"a list of {list.Items.Count}",
        _ => "keys and values",
    };

    private static string Shown(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
