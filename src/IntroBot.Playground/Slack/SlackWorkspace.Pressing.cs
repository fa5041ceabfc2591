using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack;

/// <summary>What people press.</summary>
internal sealed partial class SlackWorkspace
{
    /// <summary>Presses a button of a message as it stands now, or chooses <paramref name="option"/> (its value) in a menu of it.</summary>
    public Task<Acted> Press(string user, string channel, string ts, string actionId, string? option = null, string? blockId = null)
    {
        var seen = Read(world => world.TryMessage(channel, ts, out var message) ? message : null);
        return seen is null ? Task.FromResult(Acted.Cannot("message_not_found")) : Press(user, seen, actionId, option, blockId);
    }

    /// <summary>The same on a message as somebody still has it on their screen: a stale card can be pressed as long as it is there.</summary>
    public async Task<Acted> Press(string user, Message seen, string actionId, string? option = null, string? blockId = null)
    {
        var prepared = Change<object>(world =>
        {
            if (!Sees(world, user, seen.Channel) || !world.TryMessage(seen.Channel, seen.Ts, out var now) || (now.EphemeralTo is { } only && only != user))
            {
                return Acted.Cannot("message_not_found");
            }

            world.ReadUpTo[(user, seen.Channel)] = seen.Ts;
            return Used(world, seen.Blocks, actionId, blockId, option) is { } action
                ? Interaction.OnMessage(world, world.People[user], world.Channels[seen.Channel], seen, action)
                : Acted.Cannot("no_such_control");
        });
        return await Interacted(prepared, $"{user} {seen.Channel} {actionId}");
    }

    /// <summary>Uses a control of an open modal or of the Home tab; <paramref name="values"/> is what stands in the form meanwhile.</summary>
    public async Task<Acted> ViewAction(string user, string viewId, string actionId, string? option = null, JsonObject? values = null, string? blockId = null)
    {
        var prepared = Change<object>(world =>
        {
            if (world.FindView(viewId) is not { } view || view.UserId != user || Controls.Find(view.Blocks, actionId, blockId, option) is not var (block, element))
            {
                return Acted.Cannot("no_such_control");
            }

            view = view with { ValuesJson = Filled.Kept(view.Values, values ?? []).ToJsonString() };
            view = option is null || element.Text("type") is "button" or "overflow" ? view : view with { ValuesJson = Filled.With(view, [new(element.Text("action_id")!, option)]).ToJsonString() };
            world.Replace(view);
            if (!Controls.Dispatches(view.Blocks, block))
            {
                return Acted.Unheard;
            }

            var action = element.Text("type") is "button" or "overflow"
                ? Used(world, view.Blocks, actionId, block, option)
                : Interaction.Action(world, block, element, view.Values[block]?[actionId] as JsonObject);
            return action is null ? Acted.Cannot("no_such_control") : Interaction.OnView(world, world.People[user], view, action);
        });
        return await Interacted(prepared, $"{user} {viewId} {actionId}");
    }

    /// <summary>A shortcut from the lightning menu.</summary>
    public Task<Acted> Shortcut(string user, string callbackId) =>
        Interacted(Change<object>(world => Interaction.Shortcut(world, world.People[user], callbackId)), $"{user} {callbackId}");

    /// <summary>A shortcut from a message's menu.</summary>
    public Task<Acted> MessageShortcut(string user, string callbackId, string channel, string ts)
    {
        var prepared = Change<object>(world => Sees(world, user, channel) && world.TryMessage(channel, ts, out var message)
            ? Interaction.OnMessageShortcut(world, world.People[user], world.Channels[channel], message, callbackId)
            : Acted.Cannot("message_not_found"));
        return Interacted(prepared, $"{user} {channel} {callbackId}");
    }

    private async Task<Acted> Interacted(object prepared, string detail)
    {
        if (prepared is not JsonObject payload)
        {
            return (Acted)prepared;
        }

        var (reply, sent) = await Interact(payload, detail);
        return Plain(reply, sent);
    }

    private static JsonObject? Used(World world, JsonArray blocks, string actionId, string? blockId, string? option)
    {
        if (Controls.Find(blocks, actionId, blockId, option) is not var (block, element))
        {
            return null;
        }

        if (element.Text("type") == "button")
        {
            return Interaction.Action(world, block, element, null);
        }

        if (element.Text("type") != "overflow")
        {
            return Interaction.Action(world, block, element, Filled.Value(element, option));
        }

        var chosen = Controls.Options(element).FirstOrDefault(candidate => candidate.Text("value") == option);
        return chosen is null ? null : Interaction.Action(world, block, element, new() { ["selected_option"] = chosen.DeepClone() });
    }
}
