using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>The layout blocks. A type that is not here is refused, although Slack may know it.</summary>
internal static class Blocks
{
    private static readonly Dictionary<string, Action<At>> Known = new()
    {
        ["section"] = Section,
        ["header"] = Header,
        ["context"] = Context,
        ["actions"] = Actions,
        ["divider"] = at => at.Object("type", "block_id"),
        ["image"] = Images.Block,
        ["input"] = Input,
        ["rich_text"] = RichText.Block,
        ["markdown"] = Markdown,
    };

    /// <summary>At most 50 in a message, 100 in a view; only messages hold markdown blocks.</summary>
    public static void Check(At blocks, int min, int max, bool message)
    {
        blocks.Items(min, max, at =>
        {
            if (!Known.TryGetValue(at.Type, out var check) || (at.Type == "markdown" && !message))
            {
                at.Fail($"unsupported type: {at.Type}");
                return;
            }

            at.Where("block_id", id => id.Chars(1, 255));
            check(at);
            at.Unique("action_id", at.Node.Descendants().Select(node => node.Text("action_id")));
        });
        var list = (blocks.Node as JsonArray ?? []).ToArray();
        blocks.Unique("block_id", list.Select(block => block.Text("block_id")));
        if (list.Where(block => block.Text("type") == "markdown").Sum(block => block.Text("text")?.Length ?? 0) > 12_000)
        {
            blocks.Fail("must be less than 12001 characters of markdown");
        }

        if (list.SelectMany(block => block.Descendants()).Count(node => node.Flag("focus_on_load")) > 1)
        {
            blocks.Fail("only one element may have focus_on_load");
        }
    }

    private static void Section(At at)
    {
        if (!at.Object("type", "block_id", "text", "fields", "accessory", "expand"))
        {
            return;
        }

        if (!at.Has("text") && !at.Has("fields"))
        {
            at.Fail("missing required field: text");
        }

        at.Where("text", Texts.Any(3000));
        at.Where("fields", fields => fields.Items(1, 10, Texts.Any(2000)));
        at.Where("accessory", Elements.OneOf(Elements.InSection));
        at.Where("expand", flag => flag.Bool());
    }

    private static void Header(At at)
    {
        if (at.Object("type", "block_id", "text"))
        {
            at.Needs("text", Texts.Plain(150));
        }
    }

    private static void Context(At at)
    {
        if (at.Object("type", "block_id", "elements"))
        {
            at.Needs("elements", elements => elements.Items(1, 10, element => (element.Type == "image" ? Images.Element : Texts.Any(2000))(element)));
        }
    }

    private static void Actions(At at)
    {
        if (at.Object("type", "block_id", "elements"))
        {
            at.Needs("elements", elements => elements.Items(1, 25, Elements.OneOf(Elements.InActions)));
        }
    }

    private static void Input(At at)
    {
        if (at.Object("type", "block_id", "label", "element", "hint", "optional", "dispatch_action"))
        {
            at.Needs("label", Texts.Plain(2000));
            at.Needs("element", Elements.OneOf(Elements.InInput));
            at.Where("hint", Texts.Plain(2000));
            at.Where("optional", flag => flag.Bool());
            at.Where("dispatch_action", flag => flag.Bool());
        }
    }

    private static void Markdown(At at)
    {
        if (at.Object("type", "block_id", "text"))
        {
            at.Needs("text", text => text.Chars(1, 12_000));
        }
    }
}
