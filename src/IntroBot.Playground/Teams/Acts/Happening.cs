using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>The activities Teams sends (botframework-activity.md; msteams-docs, conversation-messages.md), without anything that is empty.</summary>
internal static partial class Happening
{
    /// <summary>What all activities have.</summary>
    public static JsonObject Of(TenantState state, Member from, Place place, string type)
    {
        var local = TimeZoneInfo.ConvertTime(state.Now, TimeZoneInfo.FindSystemTimeZoneById(from.Zone));
        return new()
        {
            ["type"] = type,
            ["id"] = state.Ids.Event(),
            ["timestamp"] = state.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["localTimestamp"] = local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = from.Zone,
            ["serviceUrl"] = state.Options.ServiceUrl(place.TenantId),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
            ["conversation"] = Conversation(place),
            ["recipient"] = Bot(state),
            ["entities"] = new JsonArray(Client(from)),
            ["channelData"] = ChannelData(place),
            ["locale"] = from.Locale,
        };
    }

    /// <summary>A message as somebody typed it; <c>&lt;at&gt;Name&lt;/at&gt;</c> mentions the bot or somebody there.</summary>
    public static JsonObject Message(TenantState state, Member from, Place place, Post post)
    {
        var activity = Of(state, from, place, "message");
        activity["id"] = post.Id;
        activity["text"] = post.Text;
        activity["textFormat"] = "plain";
        if (post.Mentions.Length > 0)
        {
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = Html(post.Text) });
            activity["entities"] = Json.List(Mentioned(state, place, post.Text), mention => (JsonNode)Entity(mention.Id, mention.Name));
            activity["entities"]!.AsArray().Add(Client(from));
        }

        return activity;
    }

    /// <summary>Who a text mentions, in order: the bot, or members of the place by their names.</summary>
    public static IEnumerable<(string Id, string Name)> Mentioned(TenantState state, Place place, string text) =>
        Marks().Matches(text).Select(match => match.Groups[1].Value).Distinct().SelectMany(name => name == state.Options.BotName
            ? [(state.Options.BotId, name)]
            : place.Members.Select(id => state.People[id]).Where(member => member.Name == name).Take(1).Select(member => (member.Id, name)));

    public static JsonObject Invoke(TenantState state, Member from, Place place, string name, JsonObject value, string? replyTo = null)
    {
        var activity = Of(state, from, place, "invoke");
        activity["name"] = name;
        activity["value"] = value;
        if (replyTo is not null)
        {
            activity["replyToId"] = replyTo;
        }

        return activity;
    }

    /// <summary>A post as a message extension gets it (msteams-docs, action commands, <c>messagePayload</c>): Teams leaves nulls in there.</summary>
    public static JsonObject Payload(TenantState state, Post post)
    {
        var at = post.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var by = state.People.GetValueOrDefault(post.From);
        return new()
        {
            ["id"] = post.Id,
            ["replyToId"] = post.Root == post.Id ? null : post.Root,
            ["createdDateTime"] = at,
            ["lastModifiedDateTime"] = null,
            ["deleted"] = false,
            ["subject"] = null,
            ["summary"] = post.Summary,
            ["importance"] = "normal",
            ["locale"] = "en-us",
            ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(post.Thread)}/{post.Id}",
            ["from"] = new JsonObject
            {
                ["device"] = null,
                ["conversation"] = null,
                ["user"] = by is null ? null : new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = by.ObjectId, ["displayName"] = by.Name },
                ["application"] = by is not null ? null : new JsonObject { ["applicationIdentityType"] = "bot", ["id"] = state.Options.AppId, ["displayName"] = state.Options.BotName },
            },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = Html(post.Text) },
            ["attachmentLayout"] = null,
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(),
        };
    }

    public static JsonObject Bot(TenantState state) => new() { ["id"] = state.Options.BotId, ["name"] = state.Options.BotName };

    private static JsonObject Entity(string id, string name) =>
        new() { ["type"] = "mention", ["text"] = $"<at>{name}</at>", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };

    private static JsonObject Client(Member from) => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = from.Locale,
        ["country"] = from.Locale[^2..],
        ["platform"] = "Web",
        ["timezone"] = from.Zone,
    };

    private static JsonObject Conversation(Place place)
    {
        var conversation = new JsonObject { ["conversationType"] = place.Type, ["tenantId"] = place.TenantId, ["id"] = place.Id };
        if (place.Type != "personal")
        {
            conversation["isGroup"] = true;
        }

        return conversation;
    }

    private static JsonObject ChannelData(Place place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = place.TenantId } };
        if (place.TeamId is { } team)
        {
            data["teamsChannelId"] = place.Thread;
            data["teamsTeamId"] = team;
            data["channel"] = new JsonObject { ["id"] = place.Thread };
            data["team"] = new JsonObject { ["id"] = team };
        }

        return data;
    }

    private static string Html(string text)
    {
        var number = 0;
        var escaped = Marks().Split(text).Select((part, i) => i % 2 == 0
            ? System.Net.WebUtility.HtmlEncode(part)
            : $"<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"{number++}\">{System.Net.WebUtility.HtmlEncode(part)}</span>");
        return $"<div>{string.Concat(escaped)}</div>";
    }

    [GeneratedRegex("<at>([^<>]+)</at>", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
