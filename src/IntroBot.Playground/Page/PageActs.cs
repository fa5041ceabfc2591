using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Page;

/// <summary>What the page asks for, done by the person who sits before it.</summary>
internal static class PageActs
{
    /// <returns>null for an act that does not exist.</returns>
    public static async Task<Acted?> Do(SlackWorkspace slack, string act, JsonObject asked)
    {
        var me = asked.Text("as") ?? "";
        if (slack.Read(world => !world.People.ContainsKey(me)))
        {
            return Acted.Cannot("user_not_found");
        }

        try
        {
            return await Act(slack, me, act, asked);
        }
        catch (InvalidOperationException wrong)
        {
            return Acted.Cannot(wrong.Message);
        }
    }

    private static async Task<Acted?> Act(SlackWorkspace slack, string me, string act, JsonObject asked)
    {
        return act switch
        {
            "command" => await slack.Command(me, Text("channel"), Text("command"), Text("text")),
            "say" => await slack.Say(me, Text("channel"), Text("text"), asked.Text("threadTs")),
            "press" => await slack.Press(me, Text("channel"), Text("ts"), Text("actionId"), Chosen(asked), asked.Text("blockId")),
            "view-action" => await slack.ViewAction(me, Text("viewId"), Text("actionId"), Chosen(asked), asked["values"] as JsonObject, asked.Text("blockId")),
            "submit" => await slack.Submit(me, Text("viewId"), asked["values"] as JsonObject ?? []),
            "close" => await slack.Close(me, Text("viewId")),
            "shortcut" when asked.Text("channel") is { } channel => await slack.MessageShortcut(me, Text("callbackId"), channel, Text("ts")),
            "shortcut" => await slack.Shortcut(me, Text("callbackId")),
            "react" when slack.Read(world => world.TryMessage(Text("channel"), Text("ts"), out _)) => await slack.React(me, Text("channel"), Text("ts"), Text("name"), asked.Flag("takenBack")),
            "react" => Acted.Cannot("message_not_found"),
            "home" => await slack.OpenHome(me),
            "locale" when Text("locale") is "en-US" or "fr-FR" => await slack.ChangeUser(me, person => person with { Locale = Text("locale") }),
            "locale" => Acted.Cannot("unknown_locale"),
            _ => null,
        };

        string Text(string name) => asked.Text(name) ?? "";
    }

    private static string? Chosen(JsonObject asked) => asked["selectedOption"].Text("value") ?? asked.Text("selectedOption") ?? asked.Text("value");
}
