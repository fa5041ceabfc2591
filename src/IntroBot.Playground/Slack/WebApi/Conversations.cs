using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The conversations.* methods.</summary>
internal static class Conversations
{
    private static readonly string[] Kinds = ["public_channel", "private_channel", "im", "mpim"];

    public static IEnumerable<ApiMethod> Methods =>
    [
        new("conversations.open", Tier.Three, "im:write", [], ["users", "channel", "return_im", "prevent_creation"], Open),
        new("conversations.join", Tier.Three, "channels:join", ["channel"], [], Join),
        new("conversations.info", Tier.Three, null, ["channel"], ["include_num_members", "include_locale"], Info) { TakesJson = false },
        new("conversations.members", Tier.Four, null, ["channel"], ["cursor", "limit"], Members) { TakesJson = false },
        new("conversations.list", Tier.Two, null, [], ["cursor", "limit", "types", "exclude_archived", "team_id"], List) { TakesJson = false },
    ];

    private static JsonObject Open(Call call)
    {
        var users = call.Text("users").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var dm = call.Args.Has("channel") ? call.VisibleChannel() : users.Length switch
        {
            0 => throw new Refusal("users_list_not_supplied"),
            > 8 => throw new Refusal("too_many_users"),
            1 => With(call, users[0]),
            _ => throw new Refusal("missing_scope") { Needed = "mpim:write", Provided = string.Join(',', call.World.Options.Scopes) },
        };
        if (!dm.IsDirect)
        {
            throw new Refusal("method_not_supported_for_channel_type");
        }

        var answer = Call.Ok();
        answer["channel"] = call.Args.Flag("return_im") ? Described(call, dm) : new JsonObject { ["id"] = dm.Id };
        return answer;
    }

    private static Channel With(Call call, string userId)
    {
        var person = call.World.People.GetValueOrDefault(userId) ?? throw new Refusal("user_not_found");
        if (call.Known(userId) is null || person.IsStranger)
        {
            throw new Refusal("user_not_visible");
        }

        return person.Deleted || person.IsBot ? throw new Refusal("user_disabled") : call.World.Dm(userId);
    }

    private static JsonObject Join(Call call)
    {
        var channel = call.VisibleChannel();
        if (channel.Private || channel.IsDirect)
        {
            throw new Refusal("method_not_supported_for_channel_type");
        }

        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        var answer = Call.Ok();
        if (channel.Members.Contains(call.Bot))
        {
            answer["warning"] = "already_in_channel";
        }

        var joined = channel with { Members = channel.Members.Add(call.Bot) };
        call.World.Channels[channel.Id] = joined;
        answer["channel"] = Described(call, joined);
        return answer;
    }

    private static JsonObject Info(Call call)
    {
        var channel = Readable(call);
        var answer = Call.Ok();
        answer["channel"] = Described(call, channel);
        if (call.Args.Flag("include_num_members"))
        {
            answer["channel"]!["num_members"] = channel.Members.Count;
        }

        return answer;
    }

    private static JsonObject Members(Call call)
    {
        var members = Readable(call).Members.Order(StringComparer.Ordinal).ToArray();
        return Page.Of(call, "members", members, id => JsonValue.Create(id)!);
    }

    private static JsonObject List(Call call)
    {
        var types = call.Args.Has("types") ? call.Text("types").Split(',', StringSplitOptions.TrimEntries) : ["public_channel"];
        if (types.Except(Kinds).Any())
        {
            throw new Refusal("invalid_types");
        }

        foreach (var type in types)
        {
            call.NeedsScope(ScopeOf(type));
        }

        var listed = call.World.Channels.Values
            .Where(channel => channel.TeamId == call.TeamId && types.Contains(KindOf(channel)))
            .Where(channel => channel.Members.Contains(call.Bot) || !channel.Private)
            .Where(channel => !(channel.Archived && call.Args.Flag("exclude_archived")))
            .OrderBy(channel => channel.Id, StringComparer.Ordinal);
        return Page.Of(call, "channels", [.. listed], channel => Described(call, channel));
    }

    private static Channel Readable(Call call)
    {
        var channel = call.VisibleChannel();
        call.NeedsScope(ScopeOf(KindOf(channel)));
        return channel;
    }

    private static string KindOf(Channel channel) => channel.IsDirect ? "im" : channel.Private ? "private_channel" : "public_channel";

    private static string ScopeOf(string kind) => kind switch
    {
        "im" => "im:read",
        "mpim" => "mpim:read",
        "private_channel" => "groups:read",
        _ => "channels:read",
    };

    private static JsonObject Described(Call call, Channel channel)
    {
        var described = new JsonObject
        {
            ["id"] = channel.Id,
            ["is_im"] = channel.IsDirect,
            ["is_mpim"] = false,
            ["is_archived"] = channel.Archived,
            ["is_private"] = channel.Private || channel.IsDirect,
            ["is_shared"] = channel.ExtShared,
            ["is_ext_shared"] = channel.ExtShared,
            ["context_team_id"] = channel.TeamId,
        };
        if (channel.With is { } user)
        {
            described["user"] = user;
            return described;
        }

        described["name"] = channel.Name;
        described["name_normalized"] = channel.Name;
        described["is_channel"] = !channel.Private;
        described["is_group"] = channel.Private;
        described["is_member"] = channel.Members.Contains(call.Bot);
        return described;
    }
}
