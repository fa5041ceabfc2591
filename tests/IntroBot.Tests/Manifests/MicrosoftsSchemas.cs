using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Manifests;

/// <summary>The schemas of Teams apps as Microsoft publishes them (npm <c>@microsoft/app-manifest</c>).</summary>
internal static class MicrosoftsSchemas
{
    private static readonly string s_tests = Path.Combine(Repository.Root, "tests");

    /// <summary>The newest numbered version, such as <c>1.30</c>.</summary>
    public static Version Newest { get; } = Directory.EnumerateDirectories(Published()).Select(static folder => Path.GetFileName(folder)[1..]).Where(static name => char.IsAsciiDigit(name[0])).Max(Version.Parse)!;

    /// <summary>What the schema named (<c>MicrosoftTeams</c>, <c>MicrosoftTeams.Localization</c>) says against each; nothing when it accepts it.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> Judge(string schema, params IReadOnlyList<JsonNode> all)
    {
        Assert.True(Directory.Exists(Published()), "Microsoft's schemas are not installed: run './build test', or 'npm ci' in tests/.");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(s_tests, "manifests.cjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(new JsonArray([.. all.Select(json => new JsonObject { ["schema"] = $"v{Newest}/{schema}", ["json"] = json.DeepClone() })]).ToJsonString());
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return [.. JsonNode.Parse(said)!.AsArray().Select(static errors => (IReadOnlyList<string>)[.. errors!.AsArray().Select(static error => (string)error!)])];
    }

    private static string Published() => Path.Combine(s_tests, "node_modules/@microsoft/app-manifest/build/json-schemas/teams");
}
