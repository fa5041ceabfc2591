using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>What the bot says, changes and takes back.</summary>
internal static class Activities
{
    public static readonly string[] ReactionTypes = ["like", "heart", "laugh", "surprised", "sad", "angry", "plusOne"];

    public static WireAnswer Send(Call call)
    {
        NotTargeted(call);
        var place = call.Writable();
        var draft = Draft.Of(call, call.Body(), place);
        call.PacedSend(place, draft.IsSplit ? 2 : 1);
        if (draft.IsTyping)
        {
            return WireAnswer.Empty(202);
        }

        var posts = Add(call.State, place, draft);
        return posts is [var only] ? WireAnswer.Json(201, new() { ["id"] = only.Id }) : WireAnswer.Empty(202);
    }

    public static WireAnswer Update(Call call)
    {
        NotTargeted(call);
        var place = call.Writable();
        var body = call.Body();
        var post = Own(call, place);
        if (body.Text("id") is { } id && id != post.Id)
        {
            throw Refusal.Argument("The id in the body is not the one in the address.");
        }

        var draft = Draft.Of(call, body, place);
        if (draft.IsTyping || draft.IsSplit)
        {
            throw Refusal.Argument("An update is one message: a text or cards, not both.");
        }

        call.PacedSend(place);
        call.State.Replace(draft.On(post) with { Edited = true });
        Forget(call.State, post);
        return WireAnswer.Json(200, new() { ["id"] = post.Id });
    }

    public static WireAnswer Delete(Call call)
    {
        NotTargeted(call);
        var place = call.Writable();
        var post = Own(call, place);
        call.PacedSend(place);
        call.State.Replace(post with { Text = "", AttachmentsJson = null, Mentions = [], Deleted = true });
        Forget(call.State, post);
        return WireAnswer.Empty(200);
    }

    public static WireAnswer React(Call call)
    {
        var place = call.Writable();
        if (!call.State.TryPost(place.Thread, call["activity"], out var post))
        {
            throw Refusal.NoActivity(call["activity"]);
        }

        if (!ReactionTypes.Contains(call["type"]))
        {
            throw Refusal.Argument($"There is no reaction {call["type"]}.");
        }

        var mine = new Reaction(call["type"], call.Options.BotId);
        var others = post.Reactions.Remove(mine);
        call.State.Replace(post with { Reactions = call.Request.Verb == "PUT" ? others.Add(mine) : others });
        return WireAnswer.Empty(200);
    }

    /// <summary>Posts a draft: in two parts where it holds a text and cards.</summary>
    public static ImmutableArray<Post> Add(TenantState state, Place place, Draft draft)
    {
        ImmutableArray<Draft> parts = draft.IsSplit ? [draft with { AttachmentsJson = null }, draft with { Text = "" }] : [draft];
        var posts = ImmutableArray.CreateBuilder<Post>();
        foreach (var part in parts)
        {
            var post = part.On(state.NewPost(place, state.Options.BotId, ""));
            state.In(place.Thread).Add(post);
            posts.Add(post);
        }

        return posts.ToImmutable();
    }

    private static void NotTargeted(Call call)
    {
        if (call.Query("isTargetedActivity") is not null)
        {
            throw Refusal.Argument("Targeted messages are not enabled for this app.");
        }
    }

    private static Post Own(Call call, Place place)
    {
        var id = call["activity"];
        if (!call.State.TryPost(place.Thread, id, out var post) || post.Root != place.Root)
        {
            throw Refusal.NoActivity(id);
        }

        return post.Bot ? post : throw new Refusal(403, "NotEnoughPermissions", "Only the bot's own messages can be changed.");
    }

    /// <summary>What people saw instead of the post's card is gone once the post itself changes.</summary>
    private static void Forget(TenantState state, Post post)
    {
        foreach (var view in state.Views.Keys.Where(view => view.Thread == post.Thread && view.Post == post.Id).ToArray())
        {
            state.Views.Remove(view);
        }
    }
}
