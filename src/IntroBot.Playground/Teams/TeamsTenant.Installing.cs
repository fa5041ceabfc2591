using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams;

/// <summary>Installing the app, and what changes in teams.</summary>
internal sealed partial class TeamsTenant
{
    /// <summary>
    /// Somebody installs the app for themselves: <c>installationUpdate</c> and <c>conversationUpdate</c>, in that order or the other, and both again as often as
    /// <paramref name="times"/> says.
    /// </summary>
    public Task<Seen> Install(string person, bool conversationFirst = false, int times = 1, string action = "add") => Installed(person, person, conversationFirst, times, action);

    /// <summary>The app is added to a team, or to a group chat, by one of its members.</summary>
    public Task<Seen> InstallInTeam(string team, string by, bool conversationFirst = false, int times = 1, string action = "add") => Installed(team, by, conversationFirst, times, action);

    /// <summary>The app everywhere, as an administrator would have it: in all teams of the home tenant, then for everybody in it.</summary>
    public async Task InstallEverywhere()
    {
        var (teams, people) = Read(state => (
            state.Teams.Values.Where(team => team.TenantId == state.Options.TenantId && !team.Members.IsEmpty).ToArray(),
            state.People.Values.Where(person => person.TenantId == state.Options.TenantId).Select(person => person.Id).ToArray()));
        foreach (var team in teams)
        {
            await InstallInTeam(team.Id, team.Members.Contains(Maison.Omar) ? Maison.Omar : team.Members.Order(StringComparer.Ordinal).First());
        }

        foreach (var person in people)
        {
            await Install(person);
        }
    }

    /// <summary>The app goes from a person's chats or, where <paramref name="where"/> is one, from a team; the bot can write there no more.</summary>
    public async Task<Seen> Uninstall(string where, string? by = null)
    {
        var happened = Change(state =>
        {
            state.Installed.Remove(where);
            state.Reached.Remove(where);
            var (from, place) = Home(state, where, by ?? where);
            var removed = Happening.Of(state, from, place, "installationUpdate");
            removed["action"] = "remove";
            return place.IsChannel ? new[] { removed, Membership(state, from, place, "teamMemberRemoved", "membersRemoved", [Happening.Bot(state)]) } : [removed];
        });
        return await Sent(happened);
    }

    public Task<Seen> JoinTeam(string person, string team) => Moved(person, team, members => members.Add(person), "teamMemberAdded", "membersAdded");

    public Task<Seen> LeaveTeam(string person, string team) => Moved(person, team, members => members.Remove(person), "teamMemberRemoved", "membersRemoved");

    /// <summary>Another change of a team, known to the bot or not: <c>channelCreated</c>, <c>teamRenamed</c>, …; <paramref name="data"/> goes into the channel data.</summary>
    public Task<Seen> HappenInTeam(string team, string by, string eventType, JsonObject? data = null)
    {
        var activity = Change(state =>
        {
            var (from, place) = Home(state, team, by);
            var happened = Happening.Of(state, from, place, "conversationUpdate");
            happened["channelData"]!["eventType"] = eventType;
            foreach (var (name, value) in data ?? [])
            {
                happened["channelData"]![name] = value?.DeepClone();
            }

            return happened;
        });
        return Deliveries.Deliver(activity);
    }

    private async Task<Seen> Installed(string where, string by, bool conversationFirst, int times, string action)
    {
        var happened = Change(state =>
        {
            state.Installed.Add(where);
            var (from, place) = Home(state, where, by);
            var installed = Happening.Of(state, from, place, "installationUpdate");
            installed["action"] = action;
            installed["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Thread } };
            JsonObject[] members = place.Type == "personal" ? [Shown(from), Happening.Bot(state)] : [Happening.Bot(state)];
            var met = Membership(state, from, place, place.IsChannel ? "teamMemberAdded" : null, "membersAdded", members);
            JsonObject[] once = conversationFirst ? [met, installed] : [installed, met];
            return Enumerable.Repeat(once, times).SelectMany(both => both).ToArray();
        });
        return await Sent(happened);
    }

    private async Task<Seen> Moved(string person, string team, Func<System.Collections.Immutable.ImmutableHashSet<string>, System.Collections.Immutable.ImmutableHashSet<string>> move, string eventType, string list)
    {
        var activity = Change(state =>
        {
            state.Teams[team] = state.Teams[team] with { Members = move(state.Teams[team].Members) };
            var (_, place) = Home(state, team, person);
            return state.HasBot(place) ? Membership(state, state.People[person], place, eventType, list, [Shown(state.People[person])]) : null;
        });
        return activity is null ? Seen.Nothing : await Deliveries.Deliver(activity);
    }

    private static (Member From, Place Place) Home(TenantState state, string where, string by) =>
        (state.People[by], state.Find(state.People.ContainsKey(where) ? state.PersonalChat(where).Id : where)!);

    private static JsonObject Membership(TenantState state, Member from, Place place, string? eventType, string list, JsonObject[] members)
    {
        var activity = Happening.Of(state, from, place, "conversationUpdate");
        activity[list] = new JsonArray([.. members]);
        if (eventType is not null)
        {
            var team = state.Teams[place.TeamId!];
            activity["channelData"]!["eventType"] = eventType;
            activity["channelData"]!["team"] = new JsonObject { ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.GroupId };
        }

        return activity;
    }

    private static JsonObject Shown(Member member) => new() { ["id"] = member.Id, ["aadObjectId"] = member.ObjectId };

    private async Task<Seen> Sent(IEnumerable<JsonObject> happened)
    {
        var seen = Seen.Nothing;
        foreach (var activity in happened)
        {
            seen = await Deliveries.Deliver(activity);
        }

        return seen;
    }
}
