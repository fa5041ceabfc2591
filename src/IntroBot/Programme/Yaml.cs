using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntroBot.Programmes;

/// <summary>A node of a YAML file; <paramref name="Line"/> counts from 1.</summary>
internal abstract record Yaml(int Line)
{
    /// <summary>A value as written; <paramref name="Quoted"/> tells <c>"true"</c> from <c>true</c>.</summary>
    public sealed record Scalar(int Line, string Text, bool Quoted) : Yaml(Line);

    /// <summary>A list.</summary>
    public sealed record List(int Line, IReadOnlyList<Yaml> Items) : Yaml(Line);

    /// <summary>Keys and values in the file's order, a key that is written twice among them.</summary>
    public sealed record Map(int Line, IReadOnlyList<(Scalar Key, Yaml Value)> Entries) : Yaml(Line);

    private const int DeepestNesting = 16;

    /// <summary>
    /// Reads the one document of a file. Anchors, aliases and tags are refused where they stand, so nothing is ever expanded; the depth is limited.
    /// </summary>
    /// <exception cref="YamlException">Not YAML, or more than the programme needs of it; the start mark says where.</exception>
    public static Yaml Parse(string text)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            return ReadDocument(new Parser(scanner));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The scanner does not foresee every way a file can be broken; where it stopped is where to look.
            throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, "cannot be understood from here on", fault);
        }
    }

    private static Yaml ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return new Map(1, []);
        }

        var node = Read(parser, 0);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _) ? node : throw Refuse(parser.Current!, "a second document (---) starts here; the programme is one document");
    }

    private static Yaml Read(Parser parser, int depth)
    {
        var next = parser.Current!;
        if (Excess(next, depth) is { } excess)
        {
            throw Refuse(next, excess);
        }

        var line = (int)next.Start.Line;
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar))
        {
            return ToScalar(scalar);
        }

        return parser.TryConsume<SequenceStart>(out _) ? new List(line, [.. ReadItems(parser, depth)]) : ReadMap(parser, line, depth);
    }

    private static IEnumerable<Yaml> ReadItems(Parser parser, int depth)
    {
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            yield return Read(parser, depth + 1);
        }
    }

    private static Map ReadMap(Parser parser, int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<(Scalar, Yaml)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            var key = Read(parser, depth + 1) as Scalar ?? throw Refuse(at, "a key is one word, not a list or keys and values");
            entries.Add((key, Read(parser, depth + 1)));
        }

        return new Map(line, entries);
    }

    private static Scalar ToScalar(YamlDotNet.Core.Events.Scalar scalar) => new((int)scalar.Start.Line, scalar.Value, scalar.Style != ScalarStyle.Plain);

    private static string? Excess(ParsingEvent next, int depth) => next switch
    {
        AnchorAlias alias => $"the alias *{alias.Value} is not supported; write the value out",
        NodeEvent { Anchor.IsEmpty: false } node => $"the anchor &{node.Anchor.Value} is not supported; write the value out where it is needed",
        NodeEvent { Tag.IsEmpty: false } => "tags (!…) are not supported",
        _ when depth > DeepestNesting => $"nested more than {DeepestNesting} deep",
        _ => null,
    };

    private static YamlException Refuse(ParsingEvent at, string why) => new(at.Start, at.End, why);
}
