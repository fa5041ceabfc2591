using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Tests.Promises;

/// <summary>Who a request says it comes from.</summary>
internal sealed record Sender(string User, string Team = Demo.Team, string? UserTeam = null, string? Enterprise = null)
{
    public string Organisation => UserTeam ?? Team;
}

/// <summary>Requests as Slack would send them, really signed, whether or not a control on anybody's screen offers them.</summary>
internal sealed class Wire(SlackWorkspace slack)
{
    private static readonly string[] s_choices = ["route", "agreement", "reason", "to", "language", "thanks"];
    private int _acts;

    /// <summary>A button, or with <paramref name="menu"/> a menu's option, of a message in a channel.</summary>
    public Task<Acted> Press(Sender who, string step, string? value, bool menu = false, string channel = Demo.Tech)
    {
        var act = Act();
        var payload = Start("block_actions", who);
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = act, ["channel_id"] = channel, ["is_ephemeral"] = false };
        payload["channel"] = new JsonObject { ["id"] = channel };
        payload["response_url"] = slack.Change(world => world.IssueResponseUrl(who.User, channel));
        var action = new JsonObject { ["block_id"] = "b", ["action_ts"] = act };
        if (menu)
        {
            action["type"] = "overflow";
            action["action_id"] = "more";
            action["selected_option"] = new JsonObject { ["value"] = $"{step}:{value}" };
        }
        else
        {
            action["type"] = "button";
            action["action_id"] = step;
            action["value"] = value;
        }

        payload["actions"] = new JsonArray(action);
        return Interact(payload);
    }

    /// <summary>A form that was sent.</summary>
    public Task<Acted> Submit(Sender who, string step, string? introduction, params (string Field, string Value)[] values)
    {
        var payload = Start("view_submission", who);
        payload["view"] = View(who, step, introduction, values);
        return Interact(payload);
    }

    /// <summary>A choice in an open form that draws it anew.</summary>
    public Task<Acted> Change(Sender who, string step, string? introduction, params (string Field, string Value)[] values)
    {
        var payload = Start("block_actions", who);
        payload["view"] = View(who, step, introduction, values);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = payload["view"]!["id"]!.GetValue<string>() };
        payload["actions"] = new JsonArray(new JsonObject { ["type"] = "radio_buttons", ["action_id"] = "agreement", ["block_id"] = "agreement", ["action_ts"] = Act() });
        return Interact(payload);
    }

    /// <summary>A shortcut, on a message when there is a text.</summary>
    public Task<Acted> Shortcut(Sender who, string callback, string? text = null)
    {
        var payload = Start(text is null ? "shortcut" : "message_action", who);
        payload["callback_id"] = callback;
        payload["action_ts"] = Act();
        if (text is not null)
        {
            payload["message"] = new JsonObject { ["ts"] = Act(), ["text"] = text };
            payload["channel"] = new JsonObject { ["id"] = Demo.General };
            payload["response_url"] = slack.Change(world => world.IssueResponseUrl(who.User, Demo.General));
        }

        return Interact(payload);
    }

    /// <summary>A slash command, which tells one workspace only: the foreign one where there is any.</summary>
    public Task<Acted> Command(Sender who, string command, string text, string channel = Demo.General) => slack.Send("slack/commands", Form(new()
    {
        ["team_id"] = who.Team == Demo.Team ? who.Organisation : who.Team,
        ["channel_id"] = channel,
        ["user_id"] = who.User,
        ["command"] = command,
        ["text"] = text,
        ["enterprise_id"] = who.Enterprise,
        ["response_url"] = slack.Change(world => world.IssueResponseUrl(who.User, channel)),
        ["trigger_id"] = slack.Change(world => world.IssueTrigger(who.User, who.Team)),
    }));

    /// <summary>An event, delivered for the installation in <see cref="Sender.Team"/>.</summary>
    public Task<Acted> Event(Sender who, JsonObject happened)
    {
        var envelope = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = who.Team,
            ["api_app_id"] = "A0INTRO",
            ["event_id"] = "Ev" + Act(),
            ["enterprise_id"] = who.Enterprise,
            ["event"] = happened,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = who.Team, ["user_id"] = "U0INTRO", ["is_bot"] = true }),
        };
        return slack.Send("slack/events", Encoding.UTF8.GetBytes(envelope.ToJsonString()), new Dictionary<string, string> { ["Content-Type"] = "application/json" });
    }

    /// <summary>A message to the bot: in its private chat, or naming it in a channel.</summary>
    public Task<Acted> Message(Sender who, string text, bool mention)
    {
        var happened = new JsonObject
        {
            ["type"] = mention ? "app_mention" : "message",
            ["user"] = who.User,
            ["text"] = mention ? "<@U0INTRO> " + text : text,
            ["ts"] = Act(),
            ["team"] = who.Organisation,
            ["channel"] = mention ? Demo.Kudos : "D" + who.User[1..],
        };
        if (!mention)
        {
            happened["channel_type"] = "im";
        }

        return Event(who, happened);
    }

    private JsonObject Start(string type, Sender who) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = who.Team },
        ["user"] = new JsonObject { ["id"] = who.User, ["team_id"] = who.Organisation },
        ["enterprise"] = who.Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise } : null,
        ["trigger_id"] = slack.Change(world => world.IssueTrigger(who.User, who.Team)),
    };

    private JsonObject View(Sender who, string step, string? introduction, (string Field, string Value)[] values)
    {
        var state = new JsonObject();
        var blocks = new JsonArray();
        foreach (var (field, value) in values)
        {
            state[field] = new JsonObject
            {
                [field] = s_choices.Contains(field) ? new JsonObject { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = value } } : new JsonObject { ["type"] = "plain_text_input", ["value"] = value },
            };
            blocks.Add(new JsonObject { ["type"] = "input", ["block_id"] = field });
        }

        return new()
        {
            ["id"] = "V" + Act(),
            ["type"] = "modal",
            ["team_id"] = who.Team,
            ["app_installed_team_id"] = who.Team,
            ["callback_id"] = step,
            ["hash"] = "1.a",
            ["private_metadata"] = introduction is null ? "" : $$"""{"introduction":"{{introduction}}"}""",
            ["state"] = new JsonObject { ["values"] = state },
            ["blocks"] = blocks,
        };
    }

    private Task<Acted> Interact(JsonObject payload) => slack.Send("slack/interactions", Form(new() { ["payload"] = payload.ToJsonString() }));

    private static byte[] Form(Dictionary<string, string?> fields) => Encoding.UTF8.GetBytes(QueryHelpers.AddQueryString("", fields)[1..]);

    private string Act() => string.Create(CultureInfo.InvariantCulture, $"1795424400.{Interlocked.Increment(ref _acts):D6}");
}
