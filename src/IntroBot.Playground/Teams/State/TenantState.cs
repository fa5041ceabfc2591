using System.Diagnostics.CodeAnalysis;

namespace IntroBot.Playground.Teams.State;

/// <summary>Everything this Teams remembers. Touched only under the tenant's lock.</summary>
internal sealed class TenantState(Func<TeamsOptions> options, Ids ids, TimeProvider clock)
{
    private const string ThreadMark = ";messageid=";

    public TeamsOptions Options => options();
    public Ids Ids { get; } = ids;
    public DateTimeOffset Now => clock.GetUtcNow();
    public Dictionary<string, Organisation> Organisations { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, Member> People { get; } = [];
    public Dictionary<string, Team> Teams { get; } = [];
    public Dictionary<string, TeamChannel> Channels { get; } = [];
    public Dictionary<string, Chat> Chats { get; } = [];
    /// <summary>Where the app is installed: people's, teams' and chats' ids.</summary>
    public HashSet<string> Installed { get; } = [];
    /// <summary>The people whom the bot, installed in a team of theirs, wrote to first.</summary>
    public HashSet<string> Reached { get; } = [];
    /// <summary>The people who blocked the bot.</summary>
    public HashSet<string> Blocked { get; } = [];
    public Dictionary<string, List<Post>> Posts { get; } = [];
    public Dictionary<string, Dialog> Dialogs { get; } = [];
    public Dictionary<string, Composed> Composed { get; } = [];
    /// <summary>Cards that answers to Action.Execute put before one person in place of everybody's.</summary>
    public Dictionary<(string Person, string Thread, string Post), string> Views { get; } = [];
    public Dictionary<(string Person, string Thread, string Post), DateTimeOffset> Refreshed { get; } = [];
    public Dictionary<string, Bearer> Tokens { get; } = [];
    public List<Exchange> Exchanges { get; } = [];
    public Windows Windows { get; } = new();

    /// <summary>The bot's personal chat with somebody; the same for ever.</summary>
    public Chat PersonalChat(string person)
    {
        var id = "a:" + person[3..];
        if (!Chats.TryGetValue(id, out var chat))
        {
            Chats[id] = chat = new(id, People[person].TenantId, "personal") { Members = [person], IsWithBot = true };
        }

        return chat;
    }

    public List<Post> In(string thread)
    {
        if (!Posts.TryGetValue(thread, out var list))
        {
            Posts[thread] = list = [];
        }

        return list;
    }

    /// <summary>The chat, channel or thread with this id on the wire; null where there is none.</summary>
    public Place? Find(string conversation)
    {
        var cut = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        var thread = cut < 0 ? conversation : conversation[..cut];
        var root = cut < 0 ? null : conversation[(cut + ThreadMark.Length)..];
        if (Chats.TryGetValue(thread, out var chat) && root is null)
        {
            return new(chat.Id, chat.Type, chat.TenantId, chat.Members);
        }

        return Channels.TryGetValue(thread, out var channel) && (root is null || In(thread).Exists(post => post.Id == root && post.StartsThread))
            ? new(channel.Id, "channel", Teams[channel.TeamId].TenantId, Teams[channel.TeamId].Members) { Root = root, TeamId = channel.TeamId }
            : null;
    }

    /// <summary>Whether the bot is in the roster of a place.</summary>
    public bool HasBot(Place place) => place.TeamId is { } team ? Installed.Contains(team)
        : !Chats[place.Thread].IsWithBot ? Installed.Contains(place.Thread)
        : place.Members.Single() is var person && (Installed.Contains(person) || (Reached.Contains(person) && IsReachable(person)));

    /// <summary>Whether the app is there for the person, or in a team they are in.</summary>
    public bool IsReachable(string person) => Installed.Contains(person) || Teams.Values.Any(team => Installed.Contains(team.Id) && team.Members.Contains(person));

    public bool TryPost(string thread, string id, [NotNullWhen(true)] out Post? post)
    {
        post = In(thread).Find(candidate => candidate.Id == id && !candidate.Deleted);
        return post is not null;
    }

    public void Replace(Post post)
    {
        var list = In(post.Thread);
        list[list.FindIndex(candidate => candidate.Id == post.Id)] = post;
    }

    /// <summary>A post not yet added, in its place's thread or, at the top of a channel, as the root of its own.</summary>
    public Post NewPost(Place place, string from, string text)
    {
        var id = Ids.Message();
        return new(place.Thread, id, from, text) { Root = place.IsChannel ? place.Root ?? id : null, Bot = from == Options.BotId, At = Now };
    }

    public void Log(Exchange exchange)
    {
        Exchanges.Add(exchange);
        if (Exchanges.Count > Options.KeepsExchanges)
        {
            Exchanges.RemoveRange(0, Options.KeepsExchanges / 10);
        }
    }
}
