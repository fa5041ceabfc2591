using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Page;

/// <summary>What one person's browser window shows.</summary>
internal static class PageState
{
    private const int CallsShown = 50;

    public static JsonObject Of(World world, string me, long version)
    {
        var person = world.People[me];
        var team = world.Teams[person.TeamId];
        var dm = world.Dm(me);
        var channels = world.Channels.Values.Where(channel => !channel.IsDirect && channel.Members.Contains(me)).OrderBy(channel => channel.Id, StringComparer.Ordinal).ToArray();
        var modal = world.StackOf(me).LastOrDefault();
        return new()
        {
            ["version"] = version,
            ["workspace"] = new JsonObject { ["id"] = team.Id, ["name"] = team.Name },
            ["bot"] = new JsonObject { ["id"] = world.Options.BotUser, ["name"] = world.Options.BotName, ["dm"] = dm.Id },
            ["me"] = Shown(person),
            ["people"] = List(world.People.Values.Where(other => other.TeamId == team.Id && !other.IsBot), Shown),
            ["channels"] = List(channels.Concat(Elsewhere(world, person)), channel => Shown(world, channel, me)),
            ["commands"] = Menu.Commands(),
            ["shortcuts"] = Menu.Shortcuts(),
            ["messages"] = new JsonObject(channels.Append(dm).Select(channel => KeyValuePair.Create<string, JsonNode?>(channel.Id, Messages(world, channel, me)))),
            ["modal"] = modal is null ? null : Shown(world, modal),
            ["home"] = world.Homes.GetValueOrDefault(me) is { } home ? Screen.Wire(world, home) : null,
            ["calls"] = List(world.Calls.TakeLast(2 * CallsShown).OrderByDescending(call => call.At).Take(CallsShown), Shown),
        };
    }

    // Slack names public channels to every member of the workspace, whether they joined or not.
    private static IEnumerable<Channel> Elsewhere(World world, Person person) =>
        world.Channels.Values.Where(channel => channel is { IsDirect: false, Private: false } && channel.TeamId == person.TeamId && !channel.Members.Contains(person.Id) && !person.IsRestricted && !person.IsUltraRestricted);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> shown) => new([.. items.Select(shown)]);

    private static JsonObject Shown(Person person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["role"] = person.Role,
        ["locale"] = person.Locale,
        ["guest"] = person.IsRestricted || person.IsUltraRestricted,
    };

    private static JsonObject Shown(World world, Channel channel, string me) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["private"] = channel.Private,
        ["member"] = channel.Members.Contains(me),
        ["unread"] = world.In(channel.Id).Count(message =>
            message.EphemeralTo is null && message.User != me && string.CompareOrdinal(message.Ts, world.ReadUpTo.GetValueOrDefault((me, channel.Id), "")) > 0),
    };

    private static JsonArray Messages(World world, Channel channel, string me) =>
        List(world.In(channel.Id).Where(message => message.EphemeralTo is null || message.EphemeralTo == me), Shown);

    private static JsonObject Shown(Message message) => new()
    {
        ["ts"] = message.Ts,
        ["user"] = message.User,
        ["bot"] = message.Bot,
        ["text"] = message.Text,
        ["blocks"] = message.Blocks,
        ["edited"] = message.Edited,
        ["ephemeral"] = message.EphemeralTo is not null,
        ["threadTs"] = message.ThreadTs,
        ["at"] = message.At,
        ["reactions"] = List(message.Reactions, reaction => new JsonObject { ["name"] = reaction.Name, ["users"] = List(reaction.Users, user => user) }),
    };

    private static JsonObject Shown(World world, View view) => new()
    {
        ["viewId"] = view.Id,
        ["view"] = Screen.Wire(world, view),
        ["errors"] = new JsonObject(view.Errors.Select(error => KeyValuePair.Create<string, JsonNode?>(error.Key, error.Value))),
    };

    private static JsonObject Shown(WireCall call) => new()
    {
        ["at"] = call.At,
        ["from"] = call.From,
        ["what"] = call.What,
        ["ok"] = call.Ok,
        ["error"] = call.Error,
        ["detail"] = call.Detail,
    };
}
