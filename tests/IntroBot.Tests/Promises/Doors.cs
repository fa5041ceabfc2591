using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using Shown = IntroBot.Playground.Slack.State.Words;

namespace IntroBot.Tests.Promises;

/// <summary>A platform as the people of <see cref="Office"/> act on it, known by their Slack ids everywhere.</summary>
internal interface IDoor
{
    /// <summary>Their account there.</summary>
    Account Account(string user);

    /// <summary>How a sentence there names them.</summary>
    string Name(string user);

    Task<Heard> Press(string user, string step, string introduction);

    Task<Heard> Submit(string user, string step, string introduction, params (string Field, string Value)[] values);

    /// <summary>Somebody becomes a guest, leaves, or is back.</summary>
    Task Change(string user, bool isGuest, bool isGone);
}

/// <summary>Slack's signed requests.</summary>
internal sealed class SlackDoor(World world) : IDoor
{
    private readonly Wire _wire = new(world.Slack);

    public Account Account(string user) => new(PlatformKind.Slack, Demo.Team, user);

    public string Name(string user) => $"<@{user}>";

    public async Task<Heard> Press(string user, string step, string introduction)
    {
        world.Slack.Change(static state =>
        {
            state.Messages.Clear();
            state.Modals.Clear();
            return true;
        });
        var acted = await _wire.Press(new Sender(user), step, introduction);
        Assert.True(acted is { Ok: true, Status: 200 }, $"{user} {step}: {acted.Why}");
        var loading = Phrases.In(Language.En).Text(nameof(Words.Fetching));
        await world.Slack.Until(slack => slack.Modal(user)?.Json.Contains(loading, StringComparison.Ordinal) != true);
        var told = world.Slack.Ephemerals(user);
        Assert.InRange(told.Count, 0, 1);
        return new Heard(told.SingleOrDefault()?.Shown, world.Slack.Modal(user)?.CallbackId, world.Slack.Modal(user)?.Json ?? "");
    }

    public async Task<Heard> Submit(string user, string step, string introduction, params (string Field, string Value)[] values)
    {
        var acted = await _wire.Submit(new Sender(user), step, introduction, values);
        Assert.True(acted is { Ok: true, Status: 200 }, $"{user} {step}: {acted.Why}");
        return acted.Body.Length == 0 ? Heard.Nothing : new Heard(Shown.Of(JsonNode.Parse(acted.Body)!["view"]), null, "");
    }

    public Task Change(string user, bool isGuest, bool isGone) => world.Slack.ChangeUser(user, person => person with { IsRestricted = isGuest, Deleted = isGone });
}

/// <summary>Teams' signed activities.</summary>
internal sealed class TeamsDoor(World world) : IDoor
{
    private static readonly string[] s_dialogs = [Steps.Contact, Steps.Correct, Steps.Hired, Steps.NotNow, Steps.Pass];
    private readonly TeamsTenant _teams = world.Teams!;
    private readonly TeamsWire _wire = new(world.Teams!);

    public Account Account(string user) => new(PlatformKind.Teams, Maison.Tenant, _teams.Member(Office.OnTeams(user)).ObjectId);

    public string Name(string user) => _teams.Member(Office.OnTeams(user)).Name;

    public async Task<Heard> Press(string user, string step, string introduction) =>
        Read(await (s_dialogs.Contains(step) ? _wire.Fetch(Party(user), step, introduction) : _wire.Execute(Party(user), step, introduction)));

    public async Task<Heard> Submit(string user, string step, string introduction, params (string Field, string Value)[] values) =>
        Read(await _wire.Submit(Party(user), step, introduction, values));

    public Task Change(string user, bool isGuest, bool isGone)
    {
        var id = Office.OnTeams(user);
        _teams.ChangeMember(id, member => member with { IsGuest = isGuest });
        _teams.Change(state => state.Teams[Maison.Team] = state.Teams[Maison.Team] with { Members = isGone ? state.Teams[Maison.Team].Members.Remove(id) : state.Teams[Maison.Team].Members.Add(id) });
        // Nothing tells the bot; it asks again after five seconds.
        world.Clock.Advance(TimeSpan.FromSeconds(6));
        return Task.CompletedTask;
    }

    private Party Party(string user) => new(Office.OnTeams(user), _teams.Member(Office.OnTeams(user)).ObjectId);

    private static Heard Read(IntroBot.Playground.Teams.Acts.Seen seen)
    {
        Assert.True(seen is { Ok: true, Status: 200 }, seen.Why);
        return TeamsWire.Read(seen);
    }
}
