using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams;

/// <summary>What people press in cards. Inputs are filled by their ids; the client checks them first.</summary>
internal sealed partial class TeamsTenant
{
    private sealed record Pressed(Place Place, Post Post, JsonObject Action, JsonNode? Data);

    /// <summary>
    /// Presses an Action.Execute (by its verb, step, title or id; <paramref name="data"/> chooses among several) of a post as this person has it on the screen: an invoke
    /// <c>adaptiveCard/action</c>, whose answer only they see.
    /// </summary>
    public Task<Seen> PressExecute(string person, Post post, string verb, IReadOnlyDictionary<string, string?>? inputs = null, Func<JsonNode?, bool>? data = null) =>
        Execute(person, Press(person, post, "Action.Execute", verb, inputs, data), "manual");

    /// <summary>
    /// Presses an Action.Submit: an invoke <c>task/fetch</c> where its <c>data.msteams.type</c> says so, which opens a dialog; else a message with the data as its value,
    /// or what <c>messageBack</c> and <c>imBack</c> ask for.
    /// </summary>
    public async Task<Seen> PressSubmit(string person, Post post, string name, IReadOnlyDictionary<string, string?>? inputs = null, Func<JsonNode?, bool>? data = null)
    {
        var prepared = Press(person, post, "Action.Submit", name, inputs, data);
        if (prepared is not Pressed pressed)
        {
            return (Seen)prepared;
        }

        if (pressed.Data.At("msteams").Text("type") == "task/fetch")
        {
            return await Fetch(person, pressed);
        }

        return await Deliveries.Deliver(Change(state => Submitted(state, person, pressed)));
    }

    /// <summary>Presses whatever this is: Action.Execute or Action.Submit.</summary>
    public Task<Seen> Press(string person, Post post, string name, IReadOnlyDictionary<string, string?>? inputs = null, Func<JsonNode?, bool>? data = null) =>
        Read(state => CardsFor(state, person, post)).Any(card => Buttons.Find(card, "Action.Execute", name, data) is not null)
            ? PressExecute(person, post, name, inputs, data)
            : PressSubmit(person, post, name, inputs, data);

    /// <summary>Opens a conversation on the screen: cards with a <c>refresh</c> for this person are asked for anew, once a minute at most.</summary>
    public async Task<IReadOnlyList<Seen>> Look(string person, string conversation)
    {
        var due = Change(state => Reach(state, person, conversation) is { } place
            ? state.In(place.Thread).Where(post => !post.Deleted && (place.Root is null || post.Root == place.Root) && IsDue(state, person, place, post)).ToArray()
            : []);
        var seen = new List<Seen>();
        foreach (var post in due)
        {
            seen.Add(await Execute(person, Change<object>(state => Refresh(state, person, post)), "automatic"));
        }

        return seen;
    }

    private object Press(string person, Post post, string type, string name, IReadOnlyDictionary<string, string?>? inputs, Func<JsonNode?, bool>? data) => Change<object>(state =>
    {
        if (Reach(state, person, post.Conversation) is not { } place || !state.TryPost(post.Thread, post.Id, out _))
        {
            return Seen.Cannot("There is no such message");
        }

        // The card is taken from the post that was handed in: a stale one can be pressed as long as its message is there.
        var card = CardsFor(state, person, post).FirstOrDefault(card => Buttons.Find(card, type, name, data) is not null);
        if (card is null || Buttons.Find(card, type, name, data) is not { } action || action.Flag("isEnabled") == false)
        {
            return Seen.Cannot($"There is no {type} '{name}' in this card");
        }

        var values = Filled.Values(card, action, inputs);
        var errors = Filled.Errors(card, action, values);
        return errors.Count > 0 ? Seen.Cannot("Some inputs are not valid") with { Errors = errors }
            : !state.HasBot(place) ? Seen.Cannot(Seen.Unreachable)
            : new Pressed(place, post, action, Filled.Data(action, values));
    });

    private async Task<Seen> Execute(string person, object prepared, string trigger)
    {
        if (prepared is not Pressed pressed)
        {
            return (Seen)prepared;
        }

        var activity = Change(state =>
        {
            var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = pressed.Action.Text("title") ?? "", ["verb"] = pressed.Action.Text("verb") ?? "", ["data"] = pressed.Data?.DeepClone() };
            if (pressed.Action.Text("id") is { } id)
            {
                action["id"] = id;
            }

            return Happening.Invoke(state, state.People[person], pressed.Place, "adaptiveCard/action", new() { ["action"] = action, ["trigger"] = trigger }, pressed.Post.Id);
        });
        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent);
        return !seen.Ok ? seen : Shown(seen, reply, "adaptiveCard/action", pressed.Place, answers => answers.ToAction(reply.Body), (state, answer) =>
        {
            if (answer is not Answer.Card card)
            {
                return seen with { Text = (answer as Answer.Text)?.Words, Why = (answer as Answer.Failure)?.Words };
            }

            state.Views[(person, pressed.Post.Thread, pressed.Post.Id)] = card.Content.ToJsonString();
            return seen with { Card = card.Content };
        });
    }

    private async Task<Seen> Fetch(string person, Pressed pressed)
    {
        var value = new JsonObject { ["data"] = pressed.Data?.DeepClone(), ["context"] = Theme() };
        var activity = Change(state => Happening.Invoke(state, state.People[person], pressed.Place, "task/fetch", value, pressed.Post.Id));
        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent);
        return seen.Ok ? Dialogued(seen, reply, "task/fetch", pressed.Place, new("", person, pressed.Place.Id, ""), isSubmitted: false) : seen;
    }

    private static JsonObject Submitted(TenantState state, string person, Pressed pressed)
    {
        var activity = Happening.Of(state, state.People[person], pressed.Place, "message");
        activity["id"] = state.Ids.Message();
        activity["replyToId"] = pressed.Post.Id;
        var teams = pressed.Data.At("msteams");
        switch (teams.Text("type"))
        {
            case "messageBack":
                activity["text"] = teams.Text("text") ?? "";
                activity["value"] = teams.At("value")?.DeepClone() ?? pressed.Data?.DeepClone();
                break;
            case "imBack":
                activity["text"] = teams.Text("value") ?? "";
                break;
            default:
                activity["value"] = pressed.Data?.DeepClone() ?? new JsonObject();
                break;
        }

        if ((teams.Text("displayText") ?? (teams.Text("type") == "imBack" ? teams.Text("value") : null)) is { Length: > 0 } shown)
        {
            state.In(pressed.Place.Thread).Add(new(pressed.Place.Thread, activity.Text("id")!, person, shown) { Root = pressed.Place.Root, At = state.Now });
        }

        return activity;
    }

    private static bool IsDue(TenantState state, string person, Place place, Post post)
    {
        var refresh = post.Card.At("refresh");
        var users = refresh.At("userIds") as JsonArray;
        var named = users is null ? place.Members.Count <= 60 : users.Any(id => id?.GetValue<string>() == person);
        return refresh is not null && named && (!state.Refreshed.TryGetValue((person, post.Thread, post.Id), out var last) || state.Now - last >= TimeSpan.FromMinutes(1));
    }

    private static object Refresh(TenantState state, string person, Post post)
    {
        state.Refreshed[(person, post.Thread, post.Id)] = state.Now;
        var action = post.Card.At("refresh").At("action")!.AsObject();
        return state.Find(post.Conversation) is { } place && state.HasBot(place) ? new Pressed(place, post, action, action.At("data")?.DeepClone()) : Seen.Cannot(Seen.Unreachable);
    }

    private static JsonObject Theme() => new() { ["theme"] = "default" };

    /// <summary>Shows what an answer says; one that cannot be used is an error on screen, and its reason stands in the log.</summary>
    private Seen Shown(Seen seen, Reply reply, string what, Place place, Func<Answers, Answer> read, Func<TenantState, Answer, Seen> show) => Change(state =>
    {
        try
        {
            return show(state, read(new(state.Options.Limits, place.Members.Count)));
        }
        catch (UnusableAnswer unusable)
        {
            state.Log(new(state.Now, "bot", what + " answer", false, reply.Status, unusable.Message, place.Id, false, reply.Body));
            return seen with { Why = $"Something went wrong. Please try again. ({unusable.Message})" };
        }
    });
}
