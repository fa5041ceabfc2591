using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams;

/// <summary>What people say and feel.</summary>
internal sealed partial class TeamsTenant
{
    /// <summary>Writes to the bot in its personal chat.</summary>
    public Task<Seen> SayInPersonalChat(string person, string text) => Say(person, PersonalChat(person), text);

    /// <summary>Mentions the bot in a channel: at the top, or in the thread below <paramref name="root"/>.</summary>
    public Task<Seen> MentionInChannel(string person, string channel, string text, string? root = null) =>
        Say(person, root is null ? channel : $"{channel};messageid={root}", $"<at>{Options.BotName}</at> {text}");

    /// <summary>
    /// Writes into a conversation, <c>&lt;at&gt;Name&lt;/at&gt;</c> mentioning the bot or somebody there. The bot hears it in its personal chats, elsewhere when it is mentioned and in
    /// the roster.
    /// </summary>
    public async Task<Seen> Say(string person, string conversation, string text)
    {
        var said = Change<object>(state =>
        {
            if (Reach(state, person, conversation) is not { } place)
            {
                return Seen.Cannot("There is no such conversation");
            }

            var chat = state.Chats.GetValueOrDefault(place.Thread);
            if (chat is { IsWithBot: true } && !state.HasBot(place))
            {
                return Seen.Cannot("The app is not installed");
            }

            var mentioned = Happening.Mentioned(state, place, text).Select(mention => mention.Id).ToArray();
            var post = state.NewPost(place, person, text) with { TextFormat = "plain", Mentions = [.. mentioned] };
            state.In(place.Thread).Add(post);
            var heard = chat is { IsWithBot: true } || (mentioned.Contains(state.Options.BotId) && state.HasBot(place));
            return heard ? Happening.Message(state, state.People[person], place with { Root = post.Root }, post) : Seen.Nothing;
        });
        return said is JsonObject activity ? await Deliveries.Deliver(activity) : (Seen)said;
    }

    /// <summary>Changes what one wrote; the bot hears of it where it heard the message.</summary>
    public async Task<Seen> Edit(string person, Post post, string text)
    {
        var edited = Change<object>(state =>
        {
            if (!state.TryPost(post.Thread, post.Id, out var now) || now.From != person || state.Find(post.Conversation) is not { } place)
            {
                return Seen.Cannot("Only one's own messages can be changed");
            }

            now = now with { Text = text, Edited = true, Mentions = [.. Happening.Mentioned(state, place, text).Select(mention => mention.Id)] };
            state.Replace(now);
            var activity = Happening.Message(state, state.People[person], place, now);
            activity["type"] = "messageUpdate";
            activity["channelData"]!["eventType"] = "editMessage";
            return state.HasBot(place) && (!place.IsChannel || now.Mentions.Contains(state.Options.BotId)) ? activity : Seen.Nothing;
        });
        return edited is JsonObject activity ? await Deliveries.Deliver(activity) : (Seen)edited;
    }

    /// <summary>Reacts to a post with <c>like</c>, <c>heart</c>, …, or takes that back; the bot hears of its own posts only.</summary>
    public async Task<Seen> React(string person, Post post, string type, bool takenBack = false)
    {
        var reacted = Change<object>(state =>
        {
            if (Reach(state, person, post.Conversation) is not { } place || !state.TryPost(post.Thread, post.Id, out var now))
            {
                return Seen.Cannot("There is no such message");
            }

            var mine = new Reaction(type, person);
            state.Replace(now with { Reactions = takenBack ? now.Reactions.Remove(mine) : now.Reactions.Remove(mine).Add(mine) });
            var activity = Happening.Of(state, state.People[person], place, "messageReaction");
            activity["replyToId"] = post.Id;
            activity[takenBack ? "reactionsRemoved" : "reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = type });
            return now.Bot && state.HasBot(place) ? activity : Seen.Nothing;
        });
        return reacted is JsonObject activity ? await Deliveries.Deliver(activity) : (Seen)reacted;
    }

    /// <summary>The conversation, where the person is in it.</summary>
    private static Place? Reach(TenantState state, string person, string conversation) =>
        state.People.ContainsKey(person) && state.Find(conversation) is { } place && place.Members.Contains(person) ? place : null;
}
