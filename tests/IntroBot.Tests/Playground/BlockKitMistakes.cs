using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.BlockKit;

namespace IntroBot.Tests.Playground;

public sealed class BlockKitMistakes
{
    private const string Yes = """{"type":"plain_text","text":"Yes"}""";

    [Theory]
    [InlineData("""[{"type":"banner"}]""", "unsupported type: banner")]
    [InlineData("""[{"text":"x"}]""", "unsupported type: ")]
    [InlineData("""[{"type":"divider","colour":"red"}]""", "invalid additional property: colour")]
    [InlineData("""[{"type":"divider","block_id":null}]""", "must not be null")]
    [InlineData("""[{"type":"section"}]""", "missing required field: text")]
    [InlineData("""[{"type":"section","text":{"type":"plain_text","text":""}}]""", "must be more than 0 characters")]
    [InlineData("""[{"type":"section","text":{"type":"markdown","text":"x"}}]""", "must be one of: plain_text, mrkdwn")]
    [InlineData("""[{"type":"section","text":{"type":"plain_text","text":"x","verbatim":true}}]""", "invalid additional property: verbatim")]
    [InlineData("""[{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}]""", "invalid additional property: emoji")]
    [InlineData("""[{"type":"section","text":"x"}]""", "must provide an object")]
    [InlineData("""[{"type":"section","fields":[]}]""", "no fewer than 1 items allowed")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "must be one of: plain_text")]
    [InlineData("""[{"type":"context","elements":[{"type":"button","text":{"type":"plain_text","text":"x"}}]}]""", "must be one of: plain_text, mrkdwn")]
    [InlineData("""[{"type":"actions","elements":[]}]""", "no fewer than 1 items allowed")]
    [InlineData("""[{"type":"actions","elements":[{"type":"plain_text_input"}]}]""", "unsupported type: plain_text_input")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button"}]}]""", "missing required field: text")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"mrkdwn","text":"x"}}]}]""", "must be one of: plain_text")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"green"}]}]""", "must be one of: primary, danger")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"value":7}]}]""", "must provide a string")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"url":"javascript:1"}]}]""", "must be a valid URL")]
    [InlineData("""[{"type":"actions","elements":[{"type":"overflow","options":[]}]}]""", "no fewer than 1 items allowed")]
    [InlineData("""[{"type":"actions","elements":[{"type":"static_select"}]}]""", "must provide either options or option_groups")]
    [InlineData("""[{"type":"image","image_url":"https://a.test/i.png"}]""", "missing required field: alt_text")]
    [InlineData("""[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "`block_id` must be unique: a")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"shout","text":"x"}]}]}]""", "unsupported type: shout")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_list","elements":[]}]}]""", "missing required field: style")]
    public void A_message_is_refused_with_the_reason(string blocks, string reason) =>
        Assert.Contains(Kit.OfMessage(JsonNode.Parse(blocks)!.AsArray()), finding => finding.StartsWith($"[ERROR] {reason}", StringComparison.Ordinal));

    [Theory]
    [InlineData($$"""{"type":"button","action_id":"a","text":{{Yes}}},{"type":"button","action_id":"a","text":{{Yes}}}""", "`action_id` must be unique: a")]
    [InlineData($$"""{"type":"static_select","options":[{"text":{{Yes}},"value":"v"},{"text":{{Yes}},"value":"v"}]}""", "`value` must be unique: v")]
    [InlineData($$"""{"type":"static_select","options":[{"text":{{Yes}},"value":"v"}],"initial_option":{"text":{{Yes}},"value":"w"} }""", "must be one of the options, exactly")]
    [InlineData($$"""{"type":"overflow","options":[{"text":{"type":"mrkdwn","text":"x"},"value":"v"}]}""", "must be one of: plain_text")]
    [InlineData("""{"type":"datepicker","initial_date":"23/11/2026"}""", "must be in the format yyyy-MM-dd")]
    public void Controls_are_refused_with_the_reason(string elements, string reason) =>
        Assert.Contains(Kit.OfMessage(BlockKitLimits.Blocks(BlockKitLimits.Actions(elements))), finding => finding.StartsWith($"[ERROR] {reason}", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"type":"modal","blocks":[{"type":"divider"}]}""", "missing required field: title [json-pointer:/view]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}}}""", "missing required field: blocks [json-pointer:/view]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}},"blocks":[]}""", "no fewer than 1 items allowed [json-pointer:/view/blocks]")]
    [InlineData($$"""{"type":"workflow","title":{{Yes}},"blocks":[{"type":"divider"}]}""", "must be one of: modal [json-pointer:/view/type]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}},"blocks":[{"type":"markdown","text":"x"}]}""", "unsupported type: markdown [json-pointer:/view/blocks/0]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}},"blocks":[{"type":"input","label":{{Yes}},"element":{"type":"plain_text_input"} }]}""", "`submit` is required when an input block is in the view [json-pointer:/view]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}},"submit":{{Yes}},"blocks":[{"type":"input","label":{{Yes}},"element":{"type":"button","text":{{Yes}}} }]}""", "unsupported type: button [json-pointer:/view/blocks/0/element]")]
    [InlineData($$"""{"type":"modal","title":{{Yes}},"submit":{{Yes}},"blocks":[{"type":"input","label":{{Yes}},"element":{"type":"number_input"} }]}""", "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]")]
    public void A_modal_is_refused_with_the_reason(string view, string reason) =>
        Assert.Contains($"[ERROR] {reason}", Kit.OfView(JsonNode.Parse(view)!.AsObject(), "modal"));

    [Fact]
    public void A_home_tab_has_no_title() =>
        Assert.Equal(
            ["[ERROR] invalid additional property: title [json-pointer:/view]"],
            Kit.OfView(JsonNode.Parse($$"""{"type":"home","title":{{Yes}},"blocks":[]}""")!.AsObject(), "home"));

    [Fact]
    public void A_card_with_everything_a_bot_usually_sends_passes() => Assert.Empty(Kit.OfMessage(BlockKitLimits.Blocks(
        """{"type":"header","text":{"type":"plain_text","text":"INT-7K3F2Q","emoji":false}}""",
        """{"type":"section","text":{"type":"mrkdwn","text":"*Data engineer*, Lyon","verbatim":true},"fields":[{"type":"plain_text","text":"Known from work"}]}""",
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Thanks, ","style":{"italic":true}},{"type":"user","user_id":"U0EMMA"}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"once"}]}]}]}""",
        """{"type":"context","elements":[{"type":"mrkdwn","text":"introduced by <@U0EMMA>"},{"type":"image","image_url":"https://a.test/i.png","alt_text":"x"}]}""",
        """{"type":"actions","block_id":"steps","elements":[{"type":"button","action_id":"claim","style":"primary","value":"i1","text":{"type":"plain_text","text":"I'll take it"}},{"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Pass"},"value":"pass:i1"}]}]}""")));
}
