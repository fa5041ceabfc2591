using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack;

/// <summary>What else happens in a workspace.</summary>
internal sealed partial class SlackWorkspace
{
    /// <summary>Slack's check of the events address: the bot must answer with the challenge.</summary>
    public async Task<Acted> VerifyUrl(string challenge)
    {
        var body = new JsonObject { ["token"] = "playground-verification-token", ["challenge"] = challenge, ["type"] = "url_verification" };
        var (reply, sent) = await ToBot("slack/events", body.ToJsonString(), "application/json", "url_verification", challenge);
        var answered = reply.ContentType == "application/json" ? Json.Parse(reply.Body).Text("challenge") : reply.Body;
        var acted = Plain(reply, sent);
        return acted.Ok && answered != challenge ? acted with { Why = "challenge_failed" } : acted;
    }

    public Task<Acted> OpenHome(string user, string tab = "home") => Event(user, "app_home_opened", world =>
    {
        var dm = world.Dm(user);
        var happened = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = dm.Id, ["tab"] = tab, ["event_ts"] = world.Ids.Ts() };
        if (tab == "home" && world.Homes.GetValueOrDefault(user) is { } home)
        {
            happened["view"] = Screen.Wire(world, home);
        }

        return happened;
    });

    /// <summary>Changes what Slack knows of somebody (locale, e-mail, deleted, …) and tells the bot.</summary>
    public Task<Acted> ChangeUser(string user, Func<Person, Person> change) => Event(user, "user_change", world =>
    {
        world.People[user] = change(world.People[user]);
        return new() { ["type"] = "user_change", ["user"] = Happened.User(world, world.People[user], withLocale: true), ["cache_ts"] = world.Now.ToUnixTimeSeconds(), ["event_ts"] = world.Ids.Ts() };
    });

    public Task<Acted> JoinTeam(Person person) => Event(person.Id, "team_join", world =>
    {
        world.People[person.Id] = person;
        return new() { ["type"] = "team_join", ["user"] = Happened.User(world, person, withLocale: false), ["cache_ts"] = world.Now.ToUnixTimeSeconds(), ["event_ts"] = world.Ids.Ts() };
    });

    public Task<Acted> JoinChannel(string user, string channel, string? inviter = null) => Event(user, "member_joined_channel", world =>
    {
        var joined = world.Channels[channel];
        world.Channels[channel] = joined with { Members = joined.Members.Add(user) };
        return new()
        {
            ["type"] = "member_joined_channel",
            ["user"] = user,
            ["channel"] = channel,
            ["channel_type"] = joined.Private ? "G" : "C",
            ["team"] = joined.TeamId,
            ["inviter"] = inviter,
            ["event_ts"] = world.Ids.Ts(),
        };
    });

    /// <summary>Reacts to a message, or takes that back.</summary>
    public Task<Acted> React(string user, string channel, string ts, string name, bool takenBack = false) => Event(user, takenBack ? "reaction_removed" : "reaction_added", world =>
    {
        world.TryMessage(channel, ts, out var message);
        var there = message!.Reactions.FirstOrDefault(reaction => reaction.Name == name) ?? new(name, []);
        var users = takenBack ? there.Users.Remove(user) : there.Users.Remove(user).Add(user);
        world.Replace(message with { Reactions = [.. message.Reactions.Where(reaction => reaction.Name != name), .. users.IsEmpty ? Array.Empty<Reaction>() : [there with { Users = users }]] });
        return new()
        {
            ["type"] = takenBack ? "reaction_removed" : "reaction_added",
            ["user"] = user,
            ["reaction"] = name,
            ["item_user"] = message.User,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = channel, ["ts"] = ts },
            ["event_ts"] = world.Ids.Ts(),
        };
    });

    /// <summary>The app is removed from a workspace: its token is dead at once, and the event says so.</summary>
    public Task<Acted> Uninstall(string teamId = Demo.Team) => End(teamId, "account_inactive", "app_uninstalled", _ => new() { ["type"] = "app_uninstalled" });

    /// <summary>The bot's token is revoked; <paramref name="userTokensOnly"/> revokes somebody's own token and leaves the bot's.</summary>
    public Task<Acted> RevokeTokens(string teamId = Demo.Team, bool userTokensOnly = false) =>
        End(teamId, userTokensOnly ? null : "token_revoked", "tokens_revoked", world => new()
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject
            {
                ["oauth"] = userTokensOnly ? new JsonArray(Demo.Omar) : [],
                ["bot"] = userTokensOnly ? [] : new JsonArray(world.Options.BotUser),
            },
        });

    private Task<Acted> End(string teamId, string? error, string name, Func<World, JsonObject> happens)
    {
        var envelope = Change(world =>
        {
            foreach (var installation in world.Installations.Values.Where(installation => installation.TeamId == teamId && error is not null).ToImmutableArray())
            {
                world.Installations[installation.Token] = installation with { Ended = error };
            }

            return Happened.Envelope(world, teamId, happens(world), name);
        });
        return Events.Deliver(envelope);
    }

    private Task<Acted> Event(string user, string subscription, Func<World, JsonObject> happens)
    {
        var envelope = Change(world =>
        {
            var inner = happens(world);
            var channel = inner["channel"] is not null ? world.Channels.GetValueOrDefault(inner.Text("channel")!) : null;
            return Happened.Envelope(world, channel?.TeamId ?? world.People[user].TeamId, inner, subscription, channel);
        });
        return Events.Deliver(envelope);
    }
}
