using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Tests.Showing;

namespace IntroBot.Tests.Slack;

/// <summary>What the bot sends, compiled against the types that Slack itself publishes (<c>@slack/types</c>), in both languages with the longest names.</summary>
public sealed class SlacksOwnTypes
{
    private const string Package = "@slack/types";

    [Fact]
    public async Task Every_block_and_form_the_bot_can_send_is_one_of_Slacks()
    {
        Sent[] all = [.. await EveryBlock.In(Language.En), .. await EveryBlock.In(Language.Fr)];

        Assert.Equal("", await TypeScript.Compile(Package, all.Select(static sent => new Sample(sent.Name, sent.IsForm ? "ModalView" : "KnownBlock[]", sent.Json))));

        TestContext.Current.SendDiagnosticMessage($"{all.Count(static sent => !sent.IsForm)} messages and {all.Count(static sent => sent.IsForm)} forms compile");
        Assert.All(all, static sent => Assert.Empty(Limits(JsonNode.Parse(sent.Json)!)));
    }

    [Fact]
    public async Task A_block_that_is_not_Slacks_is_found()
    {
        var button = """[{"type":"actions","elements":[{"type":"button","action_id":"claim","label":{"type":"plain_text","text":"I’ll take it"}}]}]""";
        var view = """{"type":"modal","callback_id":"x","title":{"type":"mrkdwn","text":"x"},"blocks":[]}""";

        var said = await TypeScript.Compile(Package, new Sample("wrong-button", "KnownBlock[]", button), new Sample("wrong-title", "ModalView", view));

        Assert.Contains("label", said, StringComparison.Ordinal);
        Assert.Contains("mrkdwn", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Limits(JsonNode sent) => sent is JsonArray blocks ? BlockKitCheck.Message("x", blocks) : BlockKitCheck.View(sent);
}
