using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>Events as Slack's Events API words them, and the objects inside them.</summary>
internal static class Happened
{
    /// <summary>The outer envelope; <c>subscription</c> is the name under which an app subscribes (<c>message.im</c>) and is taken off before sending.</summary>
    public static JsonObject Envelope(World world, string teamId, JsonObject inner, string subscription, Channel? channel = null) => new()
    {
        ["subscription"] = subscription,
        ["token"] = "playground-verification-token",
        ["team_id"] = teamId,
        ["context_team_id"] = teamId,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = world.Options.AppId,
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = world.Ids.Next("Ev"),
        ["event_time"] = world.Now.ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = channel?.TeamId ?? teamId,
            ["user_id"] = world.Options.BotUser,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = channel?.ExtShared ?? false,
        ["event_context"] = world.Ids.Next("4-"),
    };

    public static JsonObject Message(World world, Message message, Channel channel)
    {
        var happened = MessageJson(world, message);
        happened["channel"] = channel.Id;
        happened["channel_type"] = channel.IsDirect ? "im" : channel.Private ? "group" : "channel";
        happened["event_ts"] = message.Ts;
        return happened;
    }

    public static JsonObject MessageChanged(World world, Message message, Channel channel) => new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["hidden"] = true,
        ["message"] = MessageJson(world, message),
        ["channel"] = channel.Id,
        ["channel_type"] = channel.IsDirect ? "im" : "channel",
        ["ts"] = world.Ids.Ts(),
        ["event_ts"] = world.Ids.Ts(),
    };

    public static JsonObject MessageJson(World world, Message message)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["user"] = message.User,
            ["text"] = message.Text,
            ["ts"] = message.Ts,
            ["team"] = world.People.GetValueOrDefault(message.User)?.TeamId,
        };
        if (message.Bot)
        {
            json["bot_id"] = world.Options.BotId;
            json["app_id"] = world.Options.AppId;
        }

        if (message.BlocksJson is not null)
        {
            json["blocks"] = message.Blocks;
        }

        if (message.ThreadTs is { } thread)
        {
            json["thread_ts"] = thread;
        }

        if (message.MetadataJson is { } metadata)
        {
            json["metadata"] = JsonNode.Parse(metadata);
        }

        return json;
    }

    /// <summary>A user object; the e-mail is in it only with the scope for it, the locale only when asked for.</summary>
    public static JsonObject User(World world, Person person, bool withLocale)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var known) ? known : TimeZoneInfo.Utc;
        var profile = new JsonObject { ["real_name"] = person.Name, ["display_name"] = person.Username, ["team"] = person.TeamId };
        if (person is { IsBot: false, IsStranger: false } && world.Options.Scopes.Contains("users:read.email"))
        {
            profile["email"] = person.Email;
        }

        var user = new JsonObject
        {
            ["id"] = person.Id,
            ["team_id"] = person.TeamId,
            ["name"] = person.Username,
            ["real_name"] = person.Name,
            ["deleted"] = person.Deleted,
            ["is_bot"] = person.IsBot,
            ["is_app_user"] = false,
            ["is_restricted"] = person.IsRestricted,
            ["is_ultra_restricted"] = person.IsUltraRestricted,
            ["tz"] = person.Zone,
            ["tz_label"] = zone.StandardName,
            ["tz_offset"] = (int)zone.GetUtcOffset(world.Now).TotalSeconds,
            ["updated"] = world.Now.ToUnixTimeSeconds(),
            ["profile"] = profile,
        };
        if (person.IsStranger)
        {
            user["is_stranger"] = true;
        }

        if (withLocale)
        {
            user["locale"] = person.Locale;
        }

        return user;
    }
}
