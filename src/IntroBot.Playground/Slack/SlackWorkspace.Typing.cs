using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;
using IntroBot.Playground.Slack.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Slack;

/// <summary>What people type.</summary>
internal sealed partial class SlackWorkspace
{
    /// <summary>Types a slash command into a conversation; the answer, if any, appears there for this person or for all.</summary>
    public async Task<Acted> Command(string user, string channel, string command, string text = "")
    {
        if (!Options.Commands.Contains(command) || !Options.Scopes.Contains("commands"))
        {
            return Acted.Cannot("not_a_command");
        }

        var form = Change(world => Sees(world, user, channel) ? CommandForm(world, world.People[user], world.Channels[channel], command, text) : null);
        if (form is null)
        {
            return Acted.Cannot("channel_not_found");
        }

        var body = QueryHelpers.AddQueryString("", form)[1..];
        var (reply, sent) = await ToBot("slack/commands", body, "application/x-www-form-urlencoded", command, $"{user} {channel}");
        var acted = Plain(reply, sent);
        return acted.Ok && reply.Body.Length > 0 ? acted with { Why = ShowAnswer(reply, user, channel, $"{command} {text}") } : acted;
    }

    /// <summary>Says something; the bot hears it in its direct messages and where it is mentioned in a channel it is in.</summary>
    public async Task<Acted> Say(string user, string channel, string text, string? threadTs = null)
    {
        var envelope = Change(world => Sees(world, user, channel) ? Said(world, user, world.Channels[channel], text, threadTs) : Acted.Cannot("channel_not_found") as object);
        return envelope switch
        {
            JsonObject happened => await Events.Deliver(happened),
            Acted cannot => cannot,
            _ => Acted.Unheard,
        };
    }

    private static bool Sees(World world, string user, string channelId) =>
        world.People.TryGetValue(user, out var person) && !person.Deleted
        && world.Channels.TryGetValue(channelId, out var channel)
        && (channel.Members.Contains(user) || (!channel.Private && !channel.IsDirect && channel.TeamId == person.TeamId && !person.IsRestricted));

    private static Dictionary<string, string?> CommandForm(World world, Person person, Channel channel, string command, string text) => new()
    {
        ["token"] = "playground-verification-token",
        ["team_id"] = person.TeamId,
        ["team_domain"] = world.Teams[person.TeamId].Domain,
        ["channel_id"] = channel.Id,
        ["channel_name"] = channel.WireName,
        ["user_id"] = person.Id,
        ["user_name"] = person.Username,
        ["command"] = command,
        ["text"] = Typed.Escaped(world, text, person.TeamId),
        ["api_app_id"] = world.Options.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = world.IssueResponseUrl(person.Id, channel.Id),
        ["trigger_id"] = world.IssueTrigger(person.Id, person.TeamId),
    };

    /// <returns>The event's envelope, or null when nobody but people hears it.</returns>
    private static JsonObject? Said(World world, string user, Channel channel, string text, string? threadTs)
    {
        var message = new Message(channel.Id, world.Ids.Ts(), user, Typed.Escaped(world, text, world.People[user].TeamId)) { ThreadTs = threadTs, At = world.Now };
        world.In(channel.Id).Add(message);
        world.ReadUpTo[(user, channel.Id)] = message.Ts;
        var happened = Happened.Message(world, message, channel);
        happened["client_msg_id"] = world.Ids.Hex(32);
        if (channel.IsDirect)
        {
            return Happened.Envelope(world, channel.TeamId, happened, "message.im", channel);
        }

        if (!channel.Members.Contains(world.Options.BotUser) || !message.Text.Contains($"<@{world.Options.BotUser}", StringComparison.Ordinal))
        {
            return null;
        }

        happened["type"] = "app_mention";
        happened.Remove("channel_type");
        return Happened.Envelope(world, channel.TeamId, happened, "app_mention", channel);
    }

    /// <returns>null when it could be shown, else what the person sees instead.</returns>
    private string? ShowAnswer(Reply reply, string user, string channel, string typed) => Change(world =>
    {
        try
        {
            var args = reply.ContentType == "application/json"
                ? Arguments.Of(new("POST", "", "", null, "application/json", reply.Body), takesJson: true)
                : new Arguments(new Dictionary<string, JsonNode?> { ["text"] = reply.Body });
            if (args.Text("response_type") == "in_channel")
            {
                world.In(channel).Add(new(channel, world.Ids.Ts(), user, typed) { At = world.Now });
            }

            Respond.Post(world, args, user, channel);
            return null;
        }
        catch (Refusal refusal)
        {
            world.Log(new(world.Now, "bot", "command answer", false, refusal.Why, channel, false, reply.Body));
            return refusal.Message;
        }
    });
}
