using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>Views on somebody's screen: made, pushed, updated, and as they cross the wire.</summary>
internal static class Screen
{
    public const int DeepestStack = 3;

    public static View New(World world, string userId, string teamId, JsonObject view) =>
        new(world.Ids.Next("V"), userId, teamId, world.Ids.ViewHash(), view.ToJsonString())
        {
            ValuesJson = Filled.Initially(view["blocks"]!.AsArray()).ToJsonString(),
        };

    /// <exception cref="Refusal">push_limit_reached at the fourth view.</exception>
    public static View Push(World world, List<View> stack, JsonObject view)
    {
        if (stack.Count >= DeepestStack)
        {
            throw new Refusal("push_limit_reached");
        }

        var pushed = New(world, stack[^1].UserId, stack[^1].TeamId, view) with { RootId = stack[0].Id, PreviousId = stack[^1].Id };
        stack.Add(pushed);
        return pushed;
    }

    /// <summary>What was typed stays where block_id, action_id and type stay.</summary>
    public static View Updated(World world, View old, JsonObject view) => old with
    {
        Hash = world.Ids.ViewHash(),
        Json = view.ToJsonString(),
        ValuesJson = Filled.Kept(Filled.Initially(view["blocks"]!.AsArray()), old.Values).ToJsonString(),
        Errors = new Dictionary<string, string>(),
    };

    public static JsonObject Wire(World world, View view)
    {
        var body = view.Body;
        return new()
        {
            ["id"] = view.Id,
            ["team_id"] = view.TeamId,
            ["type"] = body.Text("type"),
            ["blocks"] = body["blocks"]!.DeepClone(),
            ["private_metadata"] = view.PrivateMetadata,
            ["callback_id"] = view.CallbackId,
            ["state"] = new JsonObject { ["values"] = view.Values },
            ["hash"] = view.Hash,
            ["title"] = body["title"]?.DeepClone(),
            ["clear_on_close"] = body.Flag("clear_on_close"),
            ["notify_on_close"] = body.Flag("notify_on_close"),
            ["close"] = body["close"]?.DeepClone(),
            ["submit"] = body["submit"]?.DeepClone(),
            ["previous_view_id"] = view.PreviousId,
            ["root_view_id"] = view.RootId,
            ["app_id"] = world.Options.AppId,
            ["external_id"] = view.ExternalId,
            ["app_installed_team_id"] = view.TeamId,
            ["bot_id"] = world.Options.BotId,
        };
    }
}
