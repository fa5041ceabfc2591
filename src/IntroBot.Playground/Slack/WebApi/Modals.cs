using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.BlockKit;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The views.* methods.</summary>
internal static class Modals
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("views.open", Tier.Four, null, ["trigger_id", "view"], [], Open),
        new("views.push", Tier.Four, null, ["trigger_id", "view"], [], Push),
        new("views.update", Tier.Four, null, ["view"], ["view_id", "external_id", "hash"], Update),
        new("views.publish", Tier.Four, null, ["user_id", "view"], ["hash"], Publish),
    ];

    /// <summary>The view argument, checked; ids given where they were left out.</summary>
    /// <exception cref="Refusal">invalid_arguments with the findings, view_too_large, duplicate_external_id.</exception>
    public static JsonObject Checked(World world, JsonNode? given, string type, string? replacing = null)
    {
        if (given is not JsonObject view)
        {
            throw new Refusal("invalid_arguments", "[ERROR] must provide an object [json-pointer:/view]");
        }

        if (view.ToJsonString().Length > 250_000)
        {
            throw new Refusal("view_too_large");
        }

        var findings = Kit.OfView(view, type);
        if (findings.Count > 0)
        {
            throw new Refusal("invalid_arguments", findings);
        }

        var external = view.Text("external_id");
        var open = world.Modals.Values.SelectMany(stack => stack).Concat(world.Homes.Values);
        if (!string.IsNullOrEmpty(external) && open.Any(other => other.ExternalId == external && other.Id != replacing))
        {
            throw new Refusal("duplicate_external_id");
        }

        var complete = view.DeepClone().AsObject();
        complete["blocks"] = Kit.WithIds(view["blocks"]!.AsArray(), world.Ids);
        return complete;
    }

    private static JsonObject Open(Call call)
    {
        var trigger = Traded(call, out var view, "modal");
        var stack = call.World.StackOf(trigger.UserId);
        stack.Clear();
        var opened = Screen.New(call.World, trigger.UserId, call.TeamId, view);
        stack.Add(opened);
        return Answer(call, opened);
    }

    private static JsonObject Push(Call call)
    {
        var trigger = Traded(call, out var view, "modal");
        var stack = call.World.StackOf(trigger.UserId);
        if (trigger.ViewId is null || stack.TrueForAll(open => open.Id != trigger.ViewId))
        {
            throw new Refusal("not_found");
        }

        return Answer(call, Screen.Push(call.World, stack, view));
    }

    private static JsonObject Update(Call call)
    {
        var id = call.Args.Text("view_id");
        var external = call.Args.Text("external_id");
        if (id is null && external is null)
        {
            throw new Refusal("invalid_arguments", "[ERROR] missing required field: view_id");
        }

        var open = call.World.Modals.Values.SelectMany(stack => stack).Where(view => view.TeamId == call.TeamId);
        var old = open.FirstOrDefault(view => id is not null ? view.Id == id : view.ExternalId == external && external!.Length > 0)
            ?? throw new Refusal("not_found");
        var view = Checked(call.World, call.Args.Structure("view", "invalid_arguments"), "modal", replacing: old.Id);
        Unchanged(call, old);
        var updated = Screen.Updated(call.World, old, view);
        call.World.Replace(updated);
        return Answer(call, updated);
    }

    private static JsonObject Publish(Call call)
    {
        var person = call.Known(call.Text("user_id"));
        if (person is null or { Deleted: true } or { IsBot: true })
        {
            throw new Refusal("invalid_arguments", "[ERROR] invalid user_id");
        }

        if (!call.World.Options.HomeTab)
        {
            throw new Refusal("not_enabled");
        }

        var old = call.World.Homes.GetValueOrDefault(person.Id);
        var view = Checked(call.World, call.Args.Structure("view", "invalid_arguments"), "home", replacing: old?.Id);
        if (old is not null)
        {
            Unchanged(call, old);
        }

        var published = old is null ? Screen.New(call.World, person.Id, call.TeamId, view) : Screen.Updated(call.World, old, view);
        call.World.Homes[person.Id] = published;
        return Answer(call, published);
    }

    private static Trigger Traded(Call call, out JsonObject view, string type)
    {
        var trigger = call.World.Triggers.GetValueOrDefault(call.Text("trigger_id"));
        if (trigger is null || trigger.TeamId != call.TeamId)
        {
            throw new Refusal("invalid_trigger_id");
        }

        if (trigger.Used)
        {
            throw new Refusal("exchanged_trigger_id");
        }

        if (call.World.Now - trigger.At > call.World.Options.TriggerLifetime)
        {
            throw new Refusal("expired_trigger_id");
        }

        view = Checked(call.World, call.Args.Structure("view", "invalid_arguments"), type);
        call.World.Triggers[trigger.Id] = trigger with { Used = true };
        return trigger;
    }

    private static void Unchanged(Call call, View view)
    {
        if (call.Args.Text("hash") is { Length: > 0 } hash && hash != view.Hash)
        {
            throw new Refusal("hash_conflict");
        }
    }

    private static JsonObject Answer(Call call, View view)
    {
        var answer = Call.Ok();
        answer["view"] = Screen.Wire(call.World, view);
        return answer;
    }
}
