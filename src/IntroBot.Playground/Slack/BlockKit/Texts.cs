namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Text objects, options, option groups and confirmations.</summary>
internal static class Texts
{
    public static Action<At> Plain(int max, int min = 1) => at => Check(at, min, max, "plain_text");

    public static Action<At> Any(int max) => at => Check(at, 1, max, "plain_text", "mrkdwn");

    /// <summary>An option of a menu; radio buttons and checkboxes may use mrkdwn, an overflow menu may link.</summary>
    public static Action<At> Option(bool mrkdwn = false, bool links = false) => at =>
    {
        if (!at.Object(["text", "value", "description", .. links ? (string[])["url"] : []]))
        {
            return;
        }

        var text = mrkdwn ? Any(75) : Plain(75);
        at.Needs("text", text);
        at.Needs("value", value => value.Chars(1, 75));
        at.Where("description", text);
        at.Where("url", url => url.Url());
    };

    public static void OptionGroup(At at)
    {
        if (at.Object("label", "options"))
        {
            at.Needs("label", Plain(75));
            at.Needs("options", options => options.Items(1, 100, Option()));
        }
    }

    public static void Confirm(At at)
    {
        if (at.Object("title", "text", "confirm", "deny", "style"))
        {
            at.Needs("title", Plain(100));
            at.Needs("text", Any(300));
            at.Needs("confirm", Plain(30));
            at.Needs("deny", Plain(30));
            at.Where("style", style => style.OneOf("primary", "danger"));
        }
    }

    private static void Check(At at, int min, int max, params string[] types)
    {
        if (!at.Object("type", "text", "emoji", "verbatim"))
        {
            return;
        }

        at.Needs("type", type => type.OneOf(types));
        at.Needs("text", text => text.Chars(min, max));
        Only(at, "emoji", "plain_text");
        Only(at, "verbatim", "mrkdwn");
    }

    private static void Only(At at, string name, string type)
    {
        at.Where(name, flag => flag.Bool());
        if (at.Has(name) && at.Type != type)
        {
            at.Fail($"invalid additional property: {name}");
        }
    }
}
