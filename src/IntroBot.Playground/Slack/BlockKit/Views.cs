using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Modals and Home tabs.</summary>
internal static class Views
{
    private static readonly string[] Both = ["type", "blocks", "private_metadata", "callback_id", "external_id"];

    public static void Check(At at, string type)
    {
        at.Needs("type", given => given.OneOf(type));
        at.Where("private_metadata", metadata => metadata.Chars(0, 3000));
        at.Where("callback_id", id => id.Chars(0, 255));
        at.Where("external_id", id => id.Chars(0, 255));
        at.Needs("blocks", blocks => Blocks.Check(blocks, type == "modal" ? 1 : 0, 100, message: false));
        if (type == "home")
        {
            at.Object(Both);
            return;
        }

        at.Object([.. Both, "title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled"]);
        at.Needs("title", Texts.Plain(24));
        at.Where("close", Texts.Plain(24));
        at.Where("submit", Texts.Plain(24));
        at.Where("clear_on_close", flag => flag.Bool());
        at.Where("notify_on_close", flag => flag.Bool());
        at.Where("submit_disabled", flag => flag.Bool());
        if (!at.Has("submit") && (at["blocks"].Node as JsonArray ?? []).Any(block => block.Text("type") == "input"))
        {
            at.Fail("`submit` is required when an input block is in the view");
        }
    }
}
