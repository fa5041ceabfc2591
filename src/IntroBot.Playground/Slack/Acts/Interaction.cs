using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>Interaction payloads (docs.slack.dev, "Interaction payloads"); each takes the person who acts.</summary>
internal static class Interaction
{
    /// <summary>A control in a message. <paramref name="seen"/> is the message as it stood on the presser's screen.</summary>
    public static JsonObject OnMessage(World world, Person person, Channel channel, Message seen, JsonObject action)
    {
        var payload = Start("block_actions", world, person, channel.TeamId);
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = seen.Ts, ["channel_id"] = channel.Id, ["is_ephemeral"] = seen.EphemeralTo is not null };
        payload["container"] = container;
        payload["trigger_id"] = world.IssueTrigger(person.Id, channel.TeamId);
        payload["channel"] = Named(channel);
        if (seen.ThreadTs is { } thread)
        {
            container["thread_ts"] = thread;
        }

        if (seen.EphemeralTo is null)
        {
            payload["message"] = Happened.MessageJson(world, seen);
        }

        payload["state"] = new JsonObject { ["values"] = Filled.Initially(seen.Blocks) };
        payload["response_url"] = world.IssueResponseUrl(person.Id, channel.Id, seen.Ts);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    /// <summary>A control in an open modal or the Home tab.</summary>
    public static JsonObject OnView(World world, Person person, View view, JsonObject action)
    {
        var payload = Start("block_actions", world, person, view.TeamId);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["trigger_id"] = world.IssueTrigger(person.Id, view.TeamId, view.Id);
        payload["view"] = Screen.Wire(world, view);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public static JsonObject Submission(World world, Person person, View view)
    {
        var payload = Start("view_submission", world, person, view.TeamId);
        payload["trigger_id"] = world.IssueTrigger(person.Id, view.TeamId, view.Id);
        payload["view"] = Screen.Wire(world, view);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public static JsonObject Closed(World world, Person person, View view, bool whole)
    {
        var payload = Start("view_closed", world, person, view.TeamId);
        payload["view"] = Screen.Wire(world, view);
        payload["is_cleared"] = whole;
        return payload;
    }

    public static JsonObject Shortcut(World world, Person person, string callbackId)
    {
        var payload = Start("shortcut", world, person, person.TeamId);
        payload["action_ts"] = world.Ids.Ts();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = world.IssueTrigger(person.Id, person.TeamId);
        return payload;
    }

    public static JsonObject OnMessageShortcut(World world, Person person, Channel channel, Message message, string callbackId)
    {
        var payload = Start("message_action", world, person, channel.TeamId);
        payload["action_ts"] = world.Ids.Ts();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = world.IssueTrigger(person.Id, channel.TeamId);
        payload["response_url"] = world.IssueResponseUrl(person.Id, channel.Id);
        payload["channel"] = Named(channel);
        payload["message_ts"] = message.Ts;
        payload["message"] = Happened.MessageJson(world, message);
        return payload;
    }

    /// <summary>The entry of <c>actions</c> for this control, with the option chosen in it.</summary>
    public static JsonObject Action(World world, string block, JsonObject element, JsonObject? state)
    {
        var action = new JsonObject { ["action_id"] = element.Text("action_id"), ["block_id"] = block, ["type"] = element.Text("type"), ["action_ts"] = world.Ids.Ts() };
        foreach (var (key, value) in state ?? [])
        {
            action[key] = value?.DeepClone();
        }

        if (element.Text("type") == "button")
        {
            action["text"] = element["text"]!.DeepClone();
            if (element.Text("value") is { } value)
            {
                action["value"] = value;
            }
        }

        return action;
    }

    private static JsonObject Start(string type, World world, Person person, string teamId) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = teamId, ["domain"] = world.Teams[teamId].Domain },
        ["user"] = new JsonObject { ["id"] = person.Id, ["username"] = person.Username, ["name"] = person.Username, ["team_id"] = person.TeamId },
        ["api_app_id"] = world.Options.AppId,
        ["token"] = "playground-verification-token",
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private static JsonObject Named(Channel channel) => new() { ["id"] = channel.Id, ["name"] = channel.WireName };
}
