using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The chat.* methods.</summary>
internal static class Chat
{
    private static readonly string[] Body =
        ["text", "blocks", "thread_ts", "reply_broadcast", "mrkdwn", "parse", "link_names", "unfurl_links", "unfurl_media", "metadata"];

    public static IEnumerable<ApiMethod> Methods =>
    [
        new("chat.postMessage", Tier.Special, "chat:write", ["channel"], Body, PostMessage),
        new("chat.update", Tier.Three, "chat:write", ["channel", "ts"], ["text", "blocks", "metadata", "parse", "link_names"], Update),
        new("chat.postEphemeral", Tier.Four, "chat:write", ["channel", "user"], ["text", "blocks", "thread_ts", "parse", "link_names"], PostEphemeral),
        new("chat.delete", Tier.Three, "chat:write", ["channel", "ts"], [], Delete),
        new("chat.getPermalink", Tier.Special, null, ["channel", "message_ts"], [], GetPermalink) { TakesJson = false },
    ];

    private static JsonObject PostMessage(Call call)
    {
        var channel = Postable(call, call.Known(call.Text("channel")) is { } person ? DirectTo(call, person) : call.VisibleChannel());
        var content = Content.Of(call.Args, call.World.Ids, longest: int.MaxValue);
        var limits = call.World.Options.Limits;
        call.Paced("post", limits.PostsPerMinute, limits.PostsPerMinute / 60.0);
        call.Paced("post " + channel.Id, limits.PostsPerChannelBurst, limits.PostsPerChannelPerSecond);
        var cut = content.Text.Length > 40_000;
        var message = Posted(call, channel, content with { Text = cut ? content.Text[..40_000] : content.Text }) with { ThreadTs = Thread(call, channel) };
        call.World.In(channel.Id).Add(message);
        EchoDirect(call, channel, Happened.Message(call.World, message, channel));
        var answer = Call.Ok();
        answer["channel"] = channel.Id;
        answer["ts"] = message.Ts;
        answer["message"] = Happened.MessageJson(call.World, message);
        if (cut)
        {
            answer["warning"] = "message_truncated";
        }

        return answer;
    }

    private static JsonObject Update(Call call)
    {
        var channel = call.VisibleChannel();
        var message = Own(call, channel, call.Text("ts"), "cant_update_message");
        if (channel.Archived)
        {
            throw new Refusal("is_inactive");
        }

        var content = Content.Of(call.Args, call.World.Ids, longest: 4_000);
        var updated = message with
        {
            Text = content.Text,
            BlocksJson = content.BlocksJson,
            MetadataJson = content.MetadataJson ?? message.MetadataJson,
            Edited = message.Edited || content.BlocksJson is null,
        };
        call.World.Replace(updated);
        EchoDirect(call, channel, Happened.MessageChanged(call.World, updated, channel));
        var answer = Call.Ok();
        answer["channel"] = channel.Id;
        answer["ts"] = updated.Ts;
        answer["text"] = updated.Text;
        answer["message"] = Happened.MessageJson(call.World, updated);
        return answer;
    }

    private static JsonObject PostEphemeral(Call call)
    {
        var channel = Postable(call, call.VisibleChannel());
        var person = call.Known(call.Text("user"));
        if (person is null or { Deleted: true } || !channel.Members.Contains(person.Id))
        {
            throw new Refusal("user_not_in_channel");
        }

        var content = Content.Of(call.Args, call.World.Ids, longest: 40_000);
        var message = Posted(call, channel, content) with { EphemeralTo = person.Id, ThreadTs = Thread(call, channel) };
        call.World.In(channel.Id).Add(message);
        var answer = Call.Ok();
        answer["message_ts"] = message.Ts;
        return answer;
    }

    private static JsonObject Delete(Call call)
    {
        var channel = call.VisibleChannel();
        var message = Own(call, channel, call.Text("ts"), "cant_delete_message");
        call.World.In(channel.Id).Remove(message);
        var answer = Call.Ok();
        answer["channel"] = channel.Id;
        answer["ts"] = message.Ts;
        return answer;
    }

    private static JsonObject GetPermalink(Call call)
    {
        var channel = call.VisibleChannel();
        if (!call.World.TryMessage(channel.Id, call.Text("message_ts"), out var message) || message.EphemeralTo is not null)
        {
            throw new Refusal("message_not_found");
        }

        var answer = Call.Ok();
        answer["channel"] = channel.Id;
        answer["permalink"] = $"https://{call.World.Teams[channel.TeamId].Domain}.slack.com/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return answer;
    }

    private static Channel DirectTo(Call call, Person person) =>
        person.Deleted || person.IsBot ? throw new Refusal("channel_not_found") : call.World.Dm(person.Id);

    private static Channel Postable(Call call, Channel channel)
    {
        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        var open = !channel.Private && call.World.Options.Scopes.Contains("chat:write.public");
        return channel.Members.Contains(call.Bot) || open ? channel : throw new Refusal("not_in_channel");
    }

    private static string? Thread(Call call, Channel channel) => call.Args.Text("thread_ts") switch
    {
        null or "" => null,
        var ts when call.World.TryMessage(channel.Id, ts, out var parent) && parent is { ThreadTs: null, EphemeralTo: null } => ts,
        _ => throw new Refusal("cannot_reply_to_message"),
    };

    private static Message Posted(Call call, Channel channel, Content content) =>
        new(channel.Id, call.World.Ids.Ts(), call.Bot, content.Text)
        {
            Bot = true,
            BlocksJson = content.BlocksJson,
            MetadataJson = content.MetadataJson,
            At = call.World.Now,
        };

    private static Message Own(Call call, Channel channel, string ts, string otherwise)
    {
        if (!call.World.TryMessage(channel.Id, ts, out var message) || message.EphemeralTo is not null)
        {
            throw new Refusal("message_not_found");
        }

        return message.Bot ? message : throw new Refusal(otherwise);
    }

    private static void EchoDirect(Call call, Channel channel, JsonObject happened)
    {
        if (channel.IsDirect && call.World.Options.EchoesOwnMessages)
        {
            call.Echo(Happened.Envelope(call.World, channel.TeamId, happened, "message.im", channel));
        }
    }
}
