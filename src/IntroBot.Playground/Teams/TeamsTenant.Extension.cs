using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams;

/// <summary>What people do with the message extension.</summary>
internal sealed partial class TeamsTenant
{
    /// <summary>
    /// Opens an action of the message extension from the compose box (<c>compose</c>), the command box (<c>commandBox</c>) or a post's menu (<c>message</c>):
    /// <c>composeExtension/fetchTask</c>. It works in conversations without the bot too; from the command box it stands in the person's chat with the bot.
    /// </summary>
    public async Task<Seen> OpenMessageExtension(string person, string command, string context = "compose", string? conversation = null, Post? post = null)
    {
        var prepared = Change<object>(state =>
        {
            if (Usable(state, command, context, isQuery: false) is { } why)
            {
                return Seen.Cannot(why);
            }

            var id = post?.Conversation ?? conversation ?? state.PersonalChat(person).Id;
            if (Reach(state, person, id) is not { } place || (context == "message") != (post is not null))
            {
                return Seen.Cannot("There is no such conversation or message");
            }

            var dialog = new Dialog("", person, id, "") { Command = command, Context = context, PayloadJson = post is null ? null : Happening.Payload(state, post).ToJsonString() };
            var value = ExtensionValue(command, context, dialog.PayloadJson);
            return (dialog, place, Composing(Happening.Invoke(state, state.People[person], place, "composeExtension/fetchTask", value)));
        });
        if (prepared is not (Dialog origin, Place where, JsonObject activity))
        {
            return (Seen)prepared;
        }

        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent);
        return seen.Ok ? Dialogued(seen, reply, "composeExtension/fetchTask", where, origin, isSubmitted: false) : seen;
    }

    /// <summary>Fills and submits the dialog that a message extension opened.</summary>
    public Task<Seen> SubmitMessageExtension(string person, IReadOnlyDictionary<string, string?>? inputs = null, string? name = null) =>
        Dialog(person)?.Command is null ? Task.FromResult(Seen.Cannot("There is no message extension open")) : SubmitDialog(person, inputs, name);

    /// <summary>Searches with a query of the message extension: <c>composeExtension/query</c>; without words it is the first look (<c>initialRun</c>).</summary>
    public async Task<Seen> Query(string person, string command, string words = "", string context = "compose", string? conversation = null, string parameter = "query")
    {
        var prepared = Change<object>(state =>
        {
            var id = conversation ?? state.PersonalChat(person).Id;
            if (Usable(state, command, context, isQuery: true) is { } why || Reach(state, person, id) is not { } place)
            {
                return Seen.Cannot(Usable(state, command, context, isQuery: true) ?? "There is no such conversation");
            }

            var asked = words.Length > 0 ? (Name: parameter, Value: words) : (Name: "initialRun", Value: "true");
            var value = new JsonObject
            {
                ["commandId"] = command,
                ["parameters"] = new JsonArray(new JsonObject { ["name"] = asked.Name, ["value"] = asked.Value }),
                ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
            };
            return (place, Composing(Happening.Invoke(state, state.People[person], place, "composeExtension/query", value)));
        });
        if (prepared is not (Place where, JsonObject activity))
        {
            return (Seen)prepared;
        }

        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent);
        return !seen.Ok ? seen : Shown(seen, reply, "composeExtension/query", where, answers => answers.ToQuery(reply.Body), (state, answer) => answer is Answer.Result result
            ? Compose(state, seen, new(person, where.Id, command, context, result.Attachments.ToJsonString()))
            : seen with { Text = (answer as Answer.Text)?.Words });
    }

    /// <summary>Sends a card from one's compose box, the first or another of the results: it becomes the person's own post.</summary>
    public Seen SendComposed(string person, int index = 0) => Change(state =>
    {
        if (state.Composed.GetValueOrDefault(person) is not { IsPreview: false } composed || Reach(state, person, composed.Conversation) is not { } place || index >= composed.Attachments.Count)
        {
            return Seen.Cannot("There is nothing to send");
        }

        var chosen = composed.Attachments[index]!.DeepClone().AsObject();
        chosen.Remove("preview");
        state.In(place.Thread).Add(state.NewPost(place, person, "") with { AttachmentsJson = new JsonArray(chosen).ToJsonString() });
        state.Composed.Remove(person);
        return Seen.Nothing;
    });

    /// <summary>Says <c>send</c> or <c>edit</c> to the preview of what the bot will post.</summary>
    public async Task<Seen> AnswerPreview(string person, string choice)
    {
        var prepared = Change<object>(state =>
        {
            if (state.Composed.GetValueOrDefault(person) is not { IsPreview: true } shown || Reach(state, person, shown.Conversation) is not { } place)
            {
                return Seen.Cannot("There is no preview");
            }

            var value = ExtensionValue(shown.Command, shown.Context, null);
            value["botMessagePreviewAction"] = choice;
            value["botActivityPreview"] = new JsonArray(new JsonObject { ["type"] = "message/card", ["attachments"] = shown.Attachments });
            state.Composed.Remove(person);
            var origin = new Dialog("", person, shown.Conversation, "") { Command = shown.Command, Context = shown.Context };
            return (origin, place, Composing(Happening.Invoke(state, state.People[person], place, "composeExtension/submitAction", value)));
        });
        if (prepared is not (Dialog from, Place where, JsonObject activity))
        {
            return (Seen)prepared;
        }

        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent);
        return seen.Ok ? Dialogued(seen, reply, "composeExtension/submitAction", where, from, isSubmitted: true) : seen;
    }

    private static string? Usable(TenantState state, string command, string context, bool isQuery) => state.Options.Commands.FirstOrDefault(known => known.Id == command) switch
    {
        null => $"The app has no command {command}",
        var known when known.IsQuery != isQuery => $"{command} is {(known.IsQuery ? "a query" : "an action")}",
        var known when !known.Contexts.Contains(context) => $"{command} does not stand in {context}",
        _ => null,
    };

    private static JsonObject ExtensionValue(string command, string context, string? payload)
    {
        var value = new JsonObject { ["commandId"] = command, ["commandContext"] = context, ["context"] = Theme() };
        if (payload is not null)
        {
            value["messagePayload"] = JsonNode.Parse(payload);
        }

        return value;
    }

    private static JsonObject Composing(JsonObject activity)
    {
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "compose" };
        return activity;
    }
}
