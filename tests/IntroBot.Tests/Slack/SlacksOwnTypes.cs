using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>What the bot sends, compiled against the types that Slack itself publishes (<c>@slack/types</c>), in both languages with the longest names.</summary>
public sealed class SlacksOwnTypes : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("introbot-types-");

    [Fact]
    public async Task Every_block_and_form_the_bot_can_send_is_one_of_Slacks()
    {
        Sent[] all = [.. EveryBlock.Drawn(Language.En), .. EveryBlock.Drawn(Language.Fr), .. await EveryBlock.Answered(Language.En), .. await EveryBlock.Answered(Language.Fr)];

        Assert.Equal("", await Compile(all));

        TestContext.Current.SendDiagnosticMessage($"{all.Count(static sent => !sent.IsForm)} messages and {all.Count(static sent => sent.IsForm)} forms compile");
        Assert.All(all, static sent => Assert.Empty(Limits(JsonNode.Parse(sent.Json)!)));
    }

    [Fact]
    public async Task A_block_that_is_not_Slacks_is_found()
    {
        var button = """[{"type":"actions","elements":[{"type":"button","action_id":"claim","label":{"type":"plain_text","text":"I’ll take it"}}]}]""";
        var view = """{"type":"modal","callback_id":"x","title":{"type":"mrkdwn","text":"x"},"blocks":[]}""";

        var said = await Compile([new Sent("wrong-button", false, button), new Sent("wrong-title", true, view)]);

        Assert.Contains("label", said, StringComparison.Ordinal);
        Assert.Contains("mrkdwn", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Limits(JsonNode sent) => sent is JsonArray blocks ? BlockKitCheck.Message("x", blocks) : BlockKitCheck.View(sent);

    /// <summary>What the compiler says; empty when it accepts everything.</summary>
    private async Task<string> Compile(IReadOnlyList<Sent> all)
    {
        var modules = Path.Combine(Repository.Root, "tests/node_modules");
        Assert.True(Directory.Exists(Path.Combine(modules, "@slack/types")), "Slack's types are not installed: run './build test', or 'npm ci' in tests/.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "node_modules"), modules);
        var lines = all.Select(static (sent, i) => string.Create(CultureInfo.InvariantCulture, $"// {sent.Name}\nexport const sent{i}: {(sent.IsForm ? "ModalView" : "KnownBlock[]")} = {sent.Json};"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "sent.ts"), "import type { KnownBlock, ModalView } from \"@slack/types\";\n" + string.Join('\n', lines) + "\n");
        using var compiler = Process.Start(new ProcessStartInfo("node", [Path.Combine(modules, "typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "sent.ts"])
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true,
        })!;
        var said = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return said.Length == 0 && compiler.ExitCode != 0 ? "the compiler did not run" : said;
    }
}
