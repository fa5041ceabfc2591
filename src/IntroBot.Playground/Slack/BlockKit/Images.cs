namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Images, as a block and inside one.</summary>
internal static class Images
{
    public static void Element(At at)
    {
        if (at.Object("type", "image_url", "alt_text"))
        {
            Shown(at);
        }
    }

    public static void Block(At at)
    {
        if (at.Object("type", "block_id", "image_url", "alt_text", "title"))
        {
            Shown(at);
            at.Where("title", Texts.Plain(2000));
        }
    }

    private static void Shown(At at)
    {
        at.Needs("image_url", url => url.Url());
        at.Needs("alt_text", alt => alt.Chars(1, 2000));
    }
}
