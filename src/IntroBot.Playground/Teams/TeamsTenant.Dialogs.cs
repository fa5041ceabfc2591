using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams;

/// <summary>What people do with the dialog on their screen.</summary>
internal sealed partial class TeamsTenant
{
    /// <summary>
    /// Fills the open dialog and presses its Action.Submit (by step, title or id where there are several): <c>task/submit</c>, or <c>composeExtension/submitAction</c> where a
    /// message extension opened it.
    /// </summary>
    public async Task<Seen> SubmitDialog(string person, IReadOnlyDictionary<string, string?>? inputs = null, string? name = null)
    {
        var prepared = Change<object>(state =>
        {
            if (state.Dialogs.GetValueOrDefault(person) is not { Card: { } card } dialog || state.Find(dialog.Conversation) is not { } place)
            {
                return Seen.Cannot("There is no dialog to submit");
            }

            if (Buttons.Find(card, "Action.Submit", name) is not { } action)
            {
                return Seen.Cannot($"There is no Action.Submit '{name}' in this dialog");
            }

            var values = Filled.Values(card, action, inputs);
            dialog = dialog with { Errors = Filled.Errors(card, action, values) };
            state.Dialogs[person] = dialog;
            return dialog.Errors.Count > 0
                ? Seen.Cannot("Some inputs are not valid") with { Errors = dialog.Errors, Dialog = dialog }
                : (dialog, place, Submission(state, dialog, place, Filled.Data(action, values)));
        });
        if (prepared is not (Dialog opened, Place where, JsonObject activity))
        {
            return (Seen)prepared;
        }

        var (reply, sent) = await Deliveries.Invoke(activity);
        var seen = Seen.Of(reply, sent) with { Dialog = opened };
        return seen.Ok ? Dialogued(seen, reply, activity.Text("name")!, where, opened, isSubmitted: true) : seen;
    }

    /// <summary>Closes the dialog; nobody is told.</summary>
    public void CloseDialog(string person) => Change(state => state.Dialogs.Remove(person));

    private static JsonObject Submission(TenantState state, Dialog dialog, Place place, JsonNode? data)
    {
        var value = dialog.Command is null ? new JsonObject() : ExtensionValue(dialog.Command, dialog.Context!, dialog.PayloadJson);
        value["data"] = data;
        value["context"] ??= Theme();
        var activity = Happening.Invoke(state, state.People[dialog.Person], place, dialog.Command is null ? "task/submit" : "composeExtension/submitAction", value);
        return dialog.Command is null ? activity : Composing(activity);
    }

    /// <summary>Opens, replaces or closes a dialog, or fills the compose box, as the answer says; <paramref name="origin"/> is where it came from.</summary>
    private Seen Dialogued(Seen seen, Reply reply, string what, Place place, Dialog origin, bool isSubmitted) =>
        Shown(seen, reply, what, place, answers => answers.ToDialog(reply.Body, isSubmitted, origin.Command is not null), (state, answer) =>
        {
            switch (answer)
            {
                case Answer.Open open:
                    var dialog = origin with { Id = state.Ids.Guid(), Title = open.Title, CardJson = open.Content.ToJsonString(), Text = "", Errors = new Dictionary<string, string>() };
                    state.Dialogs[origin.Person] = dialog;
                    return seen with { Dialog = dialog };
                case Answer.Text text:
                    var message = origin with { Id = state.Ids.Guid(), CardJson = null, Text = text.Words, Errors = new Dictionary<string, string>() };
                    state.Dialogs[origin.Person] = message;
                    return seen with { Dialog = message, Text = text.Words };
                case Answer.Result result:
                    return Compose(state, seen, new(origin.Person, origin.Conversation, origin.Command!, origin.Context!, result.Attachments.ToJsonString()));
                case Answer.Preview preview:
                    return Compose(state, seen, new(origin.Person, origin.Conversation, origin.Command!, origin.Context!, preview.Attachments.ToJsonString()) { IsPreview = true });
                default:
                    state.Dialogs.Remove(origin.Person);
                    return seen with { Dialog = null };
            }
        });

    private static Seen Compose(TenantState state, Seen seen, Composed composed)
    {
        state.Dialogs.Remove(composed.Person);
        state.Composed[composed.Person] = composed;
        return seen with { Dialog = null, Composed = composed };
    }
}
