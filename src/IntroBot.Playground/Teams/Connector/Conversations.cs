using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>POST /v3/conversations: a personal chat with exactly one person, or a thread in a channel (microsoft/teams.net, CreateConversation-API-Behavior.md).</summary>
internal static class Conversations
{
    private static readonly string[] Known = ["isGroup", "bot", "members", "topicName", "activity", "channelData", "tenantId"];

    public static WireAnswer Create(Call call)
    {
        var body = call.Body();
        if (body.Select(pair => pair.Key).Except(Known).FirstOrDefault() is { } strange)
        {
            throw Refusal.Argument($"Unknown property: {strange}");
        }

        var tenant = body.Text("tenantId") ?? throw Refusal.Syntax("'tenantId' is required.");
        if (!call.State.Organisations.TryGetValue(tenant, out var organisation) || (call["tenant"] is { Length: > 0 } addressed && !addressed.Equals(organisation.Id, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusal.Argument($"The tenant {tenant} is not the one addressed.");
        }

        if (body.At("bot") is { } bot && bot.Text("id") != call.Options.BotId)
        {
            throw Refusal.Argument("'bot' is not the bot.");
        }

        return body.Flag("isGroup") == true ? Thread(call, body, organisation.Id) : Personal(call, body, organisation.Id);
    }

    private static WireAnswer Thread(Call call, JsonObject body, string tenant)
    {
        var channel = body.At("channelData").At("channel").Text("id") ?? throw Refusal.Syntax("A bot cannot create a group chat; a thread needs 'channelData.channel.id'.");
        if (body.At("members") is JsonArray { Count: > 0 })
        {
            throw Refusal.Syntax("A thread in a channel has no 'members' of its own.");
        }

        var place = call.Place(channel);
        if (!place.IsChannel || place.Root is not null || place.TenantId != tenant)
        {
            throw Refusal.Argument($"{channel} is no channel of this tenant.");
        }

        var activity = body.At("activity") as JsonObject ?? throw Refusal.Syntax("A thread needs its first 'activity'.");
        var draft = Draft.Of(call, activity, place);
        if (draft.IsTyping || draft.IsSplit)
        {
            throw Refusal.Syntax("A thread begins with one message: a text or cards, not both.");
        }

        call.PacedSend(place);
        var post = Activities.Add(call.State, place, draft)[0];
        return WireAnswer.Json(201, new() { ["id"] = post.Conversation, ["activityId"] = post.Id });
    }

    private static WireAnswer Personal(Call call, JsonObject body, string tenant)
    {
        if (body.At("members") is not JsonArray { Count: 1 } members)
        {
            throw Refusal.Syntax("A conversation is created with exactly one of 'members'.");
        }

        var id = members[0].Text("id") ?? "";
        if (!id.StartsWith("29:", StringComparison.Ordinal) || !call.State.People.TryGetValue(id, out var person) || person.TenantId != tenant)
        {
            throw Refusal.Argument("Invalid user identity in provided tenant");
        }

        if (call.State.Blocked.Contains(id))
        {
            throw new Refusal(403, "ConversationBlockedByUser", "The user blocked the bot.");
        }

        if (!call.State.IsReachable(id))
        {
            throw new Refusal(403, "BotNotInConversationRoster", "The bot is not installed for this user.");
        }

        var chat = call.State.PersonalChat(id);
        var place = call.State.Find(chat.Id)!;
        var draft = body.At("activity") is JsonObject first ? Draft.Of(call, first, place) : null;
        call.PacedSend(place, draft is { IsSplit: true } ? 2 : 1);
        call.State.Reached.Add(id);
        if (draft is { IsTyping: false })
        {
            Activities.Add(call.State, place, draft);
        }

        return WireAnswer.Json(201, new() { ["id"] = chat.Id });
    }
}
