namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>The rich_text block: sections, lists, quotes and preformatted text of unparsed leaves.</summary>
internal static class RichText
{
    public static void Block(At at)
    {
        if (at.Object("type", "block_id", "elements"))
        {
            at.Needs("elements", elements => elements.Items(1, 100, Part));
        }
    }

    private static void Part(At at)
    {
        switch (at.Type)
        {
            case "rich_text_section":
                at.Object("type", "elements");
                at.Needs("elements", elements => elements.Items(0, 1000, Leaf));
                break;
            case "rich_text_quote" or "rich_text_preformatted":
                at.Object("type", "elements", "border");
                at.Needs("elements", elements => elements.Items(0, 1000, Leaf));
                break;
            case "rich_text_list":
                at.Object("type", "elements", "style", "indent", "offset", "border");
                at.Needs("style", style => style.OneOf("bullet", "ordered"));
                at.Needs("elements", elements => elements.Items(1, 1000, Part));
                break;
            default:
                at.Fail($"unsupported type: {at.Type}");
                break;
        }
    }

    private static void Leaf(At at)
    {
        var needed = at.Type switch
        {
            "text" => "text",
            "link" => "url",
            "emoji" => "name",
            "user" => "user_id",
            "usergroup" => "usergroup_id",
            "channel" => "channel_id",
            "broadcast" => "range",
            _ => null,
        };
        if (needed is null)
        {
            at.Fail($"unsupported type: {at.Type}");
            return;
        }

        at.Object(["type", "style", needed, .. needed == "url" ? (string[])["text", "unsafe"] : needed == "name" ? ["unicode"] : []]);
        at.Needs(needed, value => value.Chars(1, 3000));
        at.Where("style", Style);
    }

    private static void Style(At at)
    {
        at.Object("bold", "italic", "strike", "code", "underline");
        foreach (var name in (string[])["bold", "italic", "strike", "code", "underline"])
        {
            at.Where(name, flag => flag.Bool());
        }
    }
}
