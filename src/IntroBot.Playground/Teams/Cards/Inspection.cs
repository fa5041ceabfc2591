using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>One card under inspection: its version, and what is wrong with it.</summary>
internal sealed class Inspection
{
    public List<string> Findings { get; } = [];
    /// <summary>What the card says it is made for; features of later versions are refused.</summary>
    public Version Version { get; set; } = new(1, 5);
    public Dictionary<string, string> Ids { get; } = [];
    /// <summary>How many people the card may name in <c>refresh.userIds</c>, and how many are there.</summary>
    public int People { get; init; }
}

/// <summary>A place in a card, and where to report what is wrong with it.</summary>
internal readonly record struct Spot(JsonNode? Node, string Path, Inspection Inspection)
{
    public string Type => Node.Text("type") ?? "";

    public void Fail(string what) => Inspection.Findings.Add($"{Path}: {what}");

    public Spot Child(string name) => new(Node.At(name), $"{Path}.{name}", Inspection);

    public Spot Child(int index) => new((Node as JsonArray)?[index], string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), Inspection);

    /// <summary>Checks an object against its shape: required properties, known properties, each one's rule.</summary>
    public void Is(Shape shape)
    {
        if (Node is not JsonObject given)
        {
            Fail("must be an object");
            return;
        }

        Since(shape.Since, shape.Name);
        foreach (var name in shape.Required.Where(name => !given.ContainsKey(name)))
        {
            Fail($"'{name}' is required");
        }

        foreach (var (name, _) in given)
        {
            if (shape.Properties.TryGetValue(name, out var rule))
            {
                rule(Child(name));
            }
            else
            {
                Fail($"'{name}' is not known here");
            }
        }
    }

    public void Since(string version, string what)
    {
        if (Inspection.Version < System.Version.Parse(version))
        {
            Fail($"{what} needs version {version}, the card says {Inspection.Version}");
        }
    }
}

/// <summary>What may stand at a place.</summary>
internal delegate void Rule(Spot spot);

/// <summary>An object of a card: the schema version it came with, what it may hold and what it must.</summary>
internal sealed record Shape(string Name, string Since, IReadOnlyDictionary<string, Rule> Properties, params string[] Required)
{
    /// <summary>This with more properties; later ones win.</summary>
    public Shape With(params (string Name, Rule Rule)[] more)
    {
        var all = Properties.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (name, rule) in more)
        {
            all[name] = rule;
        }

        return this with { Properties = all };
    }
}
