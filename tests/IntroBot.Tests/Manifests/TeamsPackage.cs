using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Manifests;

/// <summary>The Teams app as it lies in <c>manifests/teams</c>.</summary>
internal static class TeamsPackage
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "manifests/teams");

    public static JsonObject Manifest() => Read("manifest.json");

    public static JsonObject French() => Read("fr.json");

    /// <summary>The commands of the menu, in the order of the lists: where they stand in the French file, and the English title.</summary>
    public static IEnumerable<(string Key, string Title)> Commands() =>
        Lists().SelectMany(static (list, l) => list!["commands"]!.AsArray().Select((command, c) => ($"bots[0].commandLists[{l}].commands[{c}]", (string)command!["title"]!)));

    public static JsonArray Lists() => Manifest()["bots"]![0]!["commandLists"]!.AsArray();

    public static JsonArray Extensions() => Manifest()["composeExtensions"]![0]!["commands"]!.AsArray();

    /// <summary>Width and height of a PNG, from its header.</summary>
    public static (int Width, int Height) Size(string picture)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, picture)).AsSpan();
        Assert.Equal("\u0089PNG\r\n\u001a\n", string.Concat(bytes[..8].ToArray().Select(static one => (char)one)));
        return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();
}
