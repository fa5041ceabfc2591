using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack;

/// <summary>What people do with the modal on their screen.</summary>
internal sealed partial class SlackWorkspace
{
    /// <summary>Fills the modal on top (see <see cref="Filled.With"/>) and submits it.</summary>
    public Task<Acted> Submit(string user, IReadOnlyDictionary<string, string?>? fields = null)
    {
        var view = Modal(user);
        return view is null ? Task.FromResult(Acted.Cannot("no_modal")) : Submit(user, view.Id, Filled.With(view, fields ?? new Dictionary<string, string?>()));
    }

    /// <summary>Submits a modal with these <c>state.values</c>; what is required and empty stays with the person, as in Slack's client.</summary>
    public async Task<Acted> Submit(string user, string viewId, JsonObject values)
    {
        var prepared = Change<object>(world =>
        {
            var view = world.StackOf(user).LastOrDefault();
            if (view is null || view.Id != viewId || view.Body["submit"] is null)
            {
                return Acted.Cannot("no_such_view");
            }

            view = view with { ValuesJson = Filled.Kept(view.Values, values).ToJsonString() };
            view = view with { Errors = Completed.Errors(view) };
            world.Replace(view);
            return view.Errors.Count > 0
                ? Acted.Cannot("required_fields") with { Errors = view.Errors }
                : Interaction.Submission(world, world.People[user], view);
        });
        if (prepared is not JsonObject payload)
        {
            return (Acted)prepared;
        }

        var (reply, sent) = await Interact(payload, $"{user} {viewId} {payload["view"].Text("callback_id")}");
        var acted = Plain(reply, sent);
        return acted.Ok ? After(acted, reply, user, viewId) : acted;
    }

    /// <summary>Cancels the modal on top; <paramref name="whole"/> closes all of them, as the cross does.</summary>
    public async Task<Acted> Close(string user, string viewId, bool whole = false)
    {
        var prepared = Change<object>(world =>
        {
            var stack = world.StackOf(user);
            var view = stack.LastOrDefault();
            if (view is null || view.Id != viewId)
            {
                return Acted.Cannot("no_such_view");
            }

            var cleared = whole || view.Body.Flag("clear_on_close");
            var closed = cleared ? stack[0] : view;
            stack.RemoveRange(cleared ? 0 : stack.Count - 1, cleared ? stack.Count : 1);
            return view.NotifiesOnClose ? Interaction.Closed(world, world.People[user], closed, cleared) : Acted.Unheard;
        });
        return await Interacted(prepared, $"{user} {viewId}");
    }

    private Acted After(Acted acted, Reply reply, string user, string viewId) => Change(world =>
    {
        try
        {
            return acted with { Errors = SubmissionAnswer.Apply(world, reply, user, viewId) };
        }
        catch (Refusal refusal)
        {
            world.Log(new(world.Now, "bot", "view_submission answer", false, refusal.Why, viewId, false, reply.Body));
            return acted with { Why = "trouble_connecting: " + refusal.Why };
        }
    });
}
