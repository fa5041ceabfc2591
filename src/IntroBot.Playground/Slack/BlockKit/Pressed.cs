namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Buttons and overflow menus.</summary>
internal static class Pressed
{
    public static void Button(At at)
    {
        if (Elements.Common(at, "text", "value", "url", "style", "confirm", "accessibility_label"))
        {
            at.Needs("text", Texts.Plain(75));
            at.Where("value", value => value.Chars(1, 2000));
            at.Where("url", url => url.Url());
            at.Where("style", style => style.OneOf("primary", "danger"));
            at.Where("accessibility_label", label => label.Chars(1, 75));
        }
    }

    public static void Overflow(At at)
    {
        if (Elements.Common(at, "options", "confirm"))
        {
            at.Needs("options", options => options.Items(1, 5, Texts.Option(links: true)));
        }
    }
}
