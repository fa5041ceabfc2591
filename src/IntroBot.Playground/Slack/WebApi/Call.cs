using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>One authenticated call while it runs, under the workspace's lock.</summary>
internal sealed class Call(World world, ApiMethod method, Arguments args, string teamId, List<JsonObject> echoes)
{
    public World World { get; } = world;
    public Arguments Args { get; } = args;
    public string TeamId { get; } = teamId;
    public string Bot => World.Options.BotUser;

    public static JsonObject Ok() => new() { ["ok"] = true };

    /// <summary>An event that follows from this call, to be delivered when it is done.</summary>
    public void Echo(JsonObject happened) => echoes.Add(happened);

    public string Text(string name) => Args.Text(name) ?? "";

    public void NeedsScope(string scope)
    {
        if (!World.Options.Scopes.Contains(scope))
        {
            throw new Refusal("missing_scope") { Needed = scope, Provided = string.Join(',', World.Options.Scopes) };
        }
    }

    public void NeedsArguments()
    {
        var missing = method.Required.Where(name => !Args.Has(name)).Select(name => $"[ERROR] missing required field: {name}");
        var unknown = Args.Names.Except([.. method.Required, .. method.Optional, "token"]).Select(name => $"[ERROR] unknown argument: {name}");
        string[] wrong = [.. missing, .. unknown];
        if (wrong.Length > 0)
        {
            throw new Refusal("invalid_arguments", wrong);
        }
    }

    /// <summary>The conversation of the argument <c>channel</c>, as far as the bot may see it.</summary>
    /// <exception cref="Refusal">channel_not_found: unknown, another workspace's, private without the bot, or others' direct messages.</exception>
    public Channel VisibleChannel()
    {
        var found = World.Channels.GetValueOrDefault(Text("channel"));
        var visible = found is not null && (found.TeamId == TeamId || found.ExtShared) && (!found.Private || found.Members.Contains(Bot));
        return visible ? found! : throw new Refusal("channel_not_found");
    }

    /// <summary>Somebody this workspace knows of.</summary>
    public Person? Known(string userId)
    {
        var person = World.People.GetValueOrDefault(userId);
        return person is not null && (person.TeamId == TeamId || person.IsStranger || SharesAChannel(person)) ? person : null;
    }

    private bool SharesAChannel(Person person) =>
        World.Channels.Values.Any(channel => channel.ExtShared && channel.TeamId == TeamId && channel.Members.Contains(person.Id));

    public void Paced(string what, int burst, double perSecond)
    {
        if (World.Pace.Take($"{TeamId} {what}", burst, perSecond, World.Now) is { } seconds)
        {
            throw new Refusal("ratelimited") { RetryAfter = seconds };
        }
    }
}
