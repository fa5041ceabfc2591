using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.BlockKit;

namespace IntroBot.Tests.Playground;

/// <summary>Each limit of Block Kit: at the limit accepted, one above refused, with a pointer to the place.</summary>
public sealed class BlockKitLimits
{
    private static readonly Dictionary<string, (int Limit, string Pointer, Func<int, JsonNode> Of)> InMessages = new()
    {
        ["blocks"] = (50, "/blocks", n => Many(n, """{"type":"divider"}""")),
        ["section text"] = (3000, "/blocks/0/text/text", n => Blocks(Section(Mrkdwn(n)))),
        ["section plain text"] = (3000, "/blocks/0/text/text", n => Blocks(Section(Plain(n)))),
        ["section fields"] = (10, "/blocks/0/fields", n => Blocks($$"""{"type":"section","fields":{{Many(n, Plain(5)).ToJsonString()}}}""")),
        ["section field"] = (2000, "/blocks/0/fields/0/text", n => Blocks($$"""{"type":"section","fields":[{{Plain(n)}}]}""")),
        ["header"] = (150, "/blocks/0/text/text", n => Blocks($$"""{"type":"header","text":{{Plain(n)}}}""")),
        ["context elements"] = (10, "/blocks/0/elements", n => Blocks($$"""{"type":"context","elements":{{Many(n, Mrkdwn(5)).ToJsonString()}}}""")),
        ["actions elements"] = (25, "/blocks/0/elements", n => Blocks(Actions([.. Enumerable.Range(0, n).Select(i => Button($"\"action_id\":\"a{i}\""))]))),
        ["block_id"] = (255, "/blocks/0/block_id", n => Blocks($$"""{"type":"divider","block_id":"{{X(n)}}"}""")),
        ["action_id"] = (255, "/blocks/0/elements/0/action_id", n => Blocks(Actions(Button($"\"action_id\":\"{X(n)}\"")))),
        ["image alt"] = (2000, "/blocks/0/alt_text", n => Blocks($$"""{"type":"image","image_url":"https://a.test/i.png","alt_text":"{{X(n)}}"}""")),
        ["image title"] = (2000, "/blocks/0/title/text", n => Blocks($$"""{"type":"image","image_url":"https://a.test/i.png","alt_text":"x","title":{{Plain(n)}}}""")),
        ["image url"] = (3000, "/blocks/0/image_url", n => Blocks($$"""{"type":"image","image_url":"{{("https://a.test/" + X(n))[..n]}}","alt_text":"x"}""")),
        ["button text"] = (75, "/blocks/0/elements/0/text/text", n => Blocks(Actions($$"""{"type":"button","text":{{Plain(n)}}}"""))),
        ["button value"] = (2000, "/blocks/0/elements/0/value", n => Blocks(Actions(Button($"\"value\":\"{X(n)}\"")))),
        ["button url"] = (3000, "/blocks/0/elements/0/url", n => Blocks(Actions(Button($"\"url\":\"{("https://a.test/" + X(n))[..n]}\"")))),
        ["confirm title"] = (100, "/blocks/0/elements/0/confirm/title/text", n => Blocks(Actions(Button($"\"confirm\":{Confirm(title: n)}")))),
        ["confirm text"] = (300, "/blocks/0/elements/0/confirm/text/text", n => Blocks(Actions(Button($"\"confirm\":{Confirm(text: n)}")))),
        ["confirm button"] = (30, "/blocks/0/elements/0/confirm/confirm/text", n => Blocks(Actions(Button($"\"confirm\":{Confirm(yes: n)}")))),
        ["deny button"] = (30, "/blocks/0/elements/0/confirm/deny/text", n => Blocks(Actions(Button($"\"confirm\":{Confirm(no: n)}")))),
        ["overflow options"] = (5, "/blocks/0/elements/0/options", n => Blocks(Actions(Menu("overflow", n)))),
        ["static options"] = (100, "/blocks/0/elements/0/options", n => Blocks(Actions(Menu("static_select", n)))),
        ["option groups"] = (100, "/blocks/0/elements/0/option_groups", n => Blocks(Actions($$"""{"type":"static_select","option_groups":[{{string.Join(',', Enumerable.Range(0, n).Select(i => $$"""{"label":{{Plain(5)}},"options":[{{Option($"v{i}")}}]}"""))}}]}"""))),
        ["group label"] = (75, "/blocks/0/elements/0/option_groups/0/label/text", n => Blocks(Actions($$"""{"type":"static_select","option_groups":[{"label":{{Plain(n)}},"options":[{{Option("v")}}]}]}"""))),
        ["radio options"] = (10, "/blocks/0/elements/0/options", n => Blocks(Actions(Menu("radio_buttons", n)))),
        ["checkbox options"] = (10, "/blocks/0/elements/0/options", n => Blocks(Actions(Menu("checkboxes", n)))),
        ["option text"] = (75, "/blocks/0/elements/0/options/0/text/text", n => Blocks(Actions($$"""{"type":"overflow","options":[{"text":{{Plain(n)}},"value":"v"}]}"""))),
        ["option value"] = (75, "/blocks/0/elements/0/options/0/value", n => Blocks(Actions($$"""{"type":"overflow","options":[{{Option(X(n))}}]}"""))),
        ["option description"] = (75, "/blocks/0/elements/0/options/0/description/text", n => Blocks(Actions($$"""{"type":"overflow","options":[{"text":{{Plain(5)}},"value":"v","description":{{Plain(n)}}}]}"""))),
        ["placeholder"] = (150, "/blocks/0/elements/0/placeholder/text", n => Blocks(Actions($$"""{"type":"static_select","placeholder":{{Plain(n)}},"options":[{{Option("v")}}]}"""))),
        ["markdown"] = (12_000, "/blocks/0/text", n => Blocks($$"""{"type":"markdown","text":"{{X(n)}}"}""")),
        ["markdown in all"] = (12_000, "/blocks", n => Blocks($$"""{"type":"markdown","text":"{{X(n - 100)}}"}""", $$"""{"type":"markdown","text":"{{X(100)}}"}""")),
    };

    private static readonly Dictionary<string, (int Limit, string Pointer, Func<int, JsonNode> Of)> InModals = new()
    {
        ["blocks"] = (100, "/view/blocks", n => Modal(blocks: Many(n, """{"type":"divider"}""").ToJsonString())),
        ["title"] = (24, "/view/title/text", n => Modal(title: n)),
        ["submit"] = (24, "/view/submit/text", n => Modal($"\"submit\":{Plain(n)}")),
        ["close"] = (24, "/view/close/text", n => Modal($"\"close\":{Plain(n)}")),
        ["private_metadata"] = (3000, "/view/private_metadata", n => Modal($"\"private_metadata\":\"{X(n)}\"")),
        ["callback_id"] = (255, "/view/callback_id", n => Modal($"\"callback_id\":\"{X(n)}\"")),
        ["external_id"] = (255, "/view/external_id", n => Modal($"\"external_id\":\"{X(n)}\"")),
        ["label"] = (2000, "/view/blocks/0/label/text", n => Input(label: n)),
        ["hint"] = (2000, "/view/blocks/0/hint/text", n => Input(others: $",\"hint\":{Plain(n)}")),
        ["initial value"] = (3000, "/view/blocks/0/element/initial_value", n => Input($"\"initial_value\":\"{X(n)}\"")),
        ["initial value within max_length"] = (80, "/view/blocks/0/element/initial_value", n => Input($"\"max_length\":80,\"initial_value\":\"{X(n)}\"")),
        ["max_length"] = (3000, "/view/blocks/0/element/max_length", n => Input($"\"max_length\":{n}")),
        ["min_length"] = (3000, "/view/blocks/0/element/min_length", n => Input($"\"min_length\":{n}")),
    };

    public static TheoryData<string> OfMessages => [.. InMessages.Keys];

    public static TheoryData<string> OfModals => [.. InModals.Keys];

    [Theory]
    [MemberData(nameof(OfMessages))]
    public void A_message_at_the_limit_passes_and_one_above_is_refused_there(string limit)
    {
        var (most, pointer, of) = InMessages[limit];
        Assert.Empty(Kit.OfMessage(of(most).AsArray()));
        Assert.Contains(Kit.OfMessage(of(most + 1).AsArray()), finding => finding.EndsWith($"[json-pointer:{pointer}]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfModals))]
    public void A_modal_at_the_limit_passes_and_one_above_is_refused_there(string limit)
    {
        var (most, pointer, of) = InModals[limit];
        Assert.Empty(Kit.OfView(of(most).AsObject(), "modal"));
        Assert.Contains(Kit.OfView(of(most + 1).AsObject(), "modal"), finding => finding.EndsWith($"[json-pointer:{pointer}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Lengths_are_counted_in_utf_16_units() =>
        Assert.Single(Kit.OfMessage(Blocks($$"""{"type":"header","text":{"type":"plain_text","text":"{{string.Concat(Enumerable.Repeat("😀", 76))}}"} }""")));

    internal static string X(int n) => new('x', n);

    internal static string Plain(int n) => $$"""{"type":"plain_text","text":"{{X(n)}}"}""";

    internal static string Mrkdwn(int n) => $$"""{"type":"mrkdwn","text":"{{X(n)}}","verbatim":true}""";

    internal static JsonArray Blocks(params string[] blocks) => JsonNode.Parse($"[{string.Join(',', blocks)}]")!.AsArray();

    internal static string Actions(params string[] elements) => $$"""{"type":"actions","elements":[{{string.Join(',', elements)}}]}""";

    internal static string Button(string others) => $$"""{"type":"button","text":{{Plain(4)}},{{others}}}""";

    internal static string Option(string value) => $$"""{"text":{{Plain(4)}},"value":"{{value}}"}""";

    private static string Section(string text) => $$"""{"type":"section","text":{{text}}}""";

    private static JsonArray Many(int n, string item) => [.. Enumerable.Range(0, n).Select(_ => JsonNode.Parse(item))];

    private static string Menu(string type, int n) => $$"""{"type":"{{type}}","options":[{{string.Join(',', Enumerable.Range(0, n).Select(i => Option($"v{i}")))}}]}""";

    private static string Confirm(int title = 5, int text = 5, int yes = 5, int no = 5) =>
        $$"""{"title":{{Plain(title)}},"text":{{Plain(text)}},"confirm":{{Plain(yes)}},"deny":{{Plain(no)}}}""";

    private static JsonNode Modal(string others = "\"callback_id\":\"x\"", int title = 5, string blocks = """[{"type":"divider"}]""") =>
        JsonNode.Parse($$"""{"type":"modal","title":{{Plain(title)}},"blocks":{{blocks}},{{others}}}""")!;

    private static JsonNode Input(string element = "\"multiline\":true", int label = 5, string others = "") => Modal(
        $"\"submit\":{Plain(4)}",
        blocks: $$"""[{"type":"input","label":{{Plain(label)}},"element":{"type":"plain_text_input","action_id":"a",{{element}}}{{others}}}]""");
}
