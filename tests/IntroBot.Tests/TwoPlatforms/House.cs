using System.Text.Json.Nodes;
using IntroBot.Answering;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SlackLimits = IntroBot.Playground.Slack.Limits;

namespace IntroBot.Tests.TwoPlatforms;

/// <summary>
/// Maison Exemple, on Teams or on both platforms, with the whole bot among its people: a watched store, real settings, and a clock that runs only while somebody waits.
/// The same people are on both, under the same addresses.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    private readonly bool _slackToo;

    public House(string? programme = null, bool slackToo = true, Action<SlackWorkspace>? slack = null, Action<TeamsTenant>? teams = null, Action<IServiceCollection>? with = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Slack = new SlackWorkspace(new SlackOptions { Limits = SlackLimits.None, EchoesOwnMessages = false }, clock);
        Teams = new TeamsTenant(new TeamsOptions { Login = new("http://localhost:5999/login/"), Limits = TeamsLimits.Unpaced }, clock);
        foreach (var channel in (string[])[Demo.Tech, Demo.Recruiting])
        {
            Slack.ChangeChannel(channel, static known => known with { Members = known.Members.Union([Demo.Mina, Demo.Jack]) });
        }

        slack?.Invoke(Slack);
        teams?.Invoke(Teams);
        _slackToo = slackToo;
        World = Open(programme, with);
        Installing = Teams.InstallEverywhere();
    }

    private House(House before, string? programme)
    {
        (_slackToo, Slack, Teams, Store, Installing) = (before._slackToo, before.Slack, before.Teams, before.Store, Task.CompletedTask);
        World = Open(programme, null);
    }

    /// <summary>Jack introduces, Ravi and Léa answer for Technology, Omar stands in for them and owns the programme; Mina answers for the rest.</summary>
    public static string Programme { get; } = $$"""
        company: Maison Exemple
        organisation: { slack: [T0ACME], teams: [{{Maison.Tenant}}] }
        domains: [example.test]
        language: en
        zone: Europe/Paris
        owners: [omar@example.test]
        managers: [mina@example.test]
        kudos: { slack: C0KUDOS, teams: "{{Maison.Thanks}}" }
        routes:
          - name: tech
            title: { en: Technology, fr: Technologie }
            takes: [engineer, data]
            slack: C0TECH
            teams: "{{Maison.Tech}}"
            recruiters: [ravi@example.test, lea@example.test]
            fallback: omar@example.test
          - name: general
            title: { en: Anything else, fr: Autre }
            slack: C0RECRUIT
            teams: "{{Maison.Recruiting}}"
            recruiters: [mina@example.test]
        """;

    /// <summary>The same without Slack.</summary>
    public static string TeamsAlone { get; } = Programme.Replace("slack: [T0ACME], ", "", StringComparison.Ordinal).Replace("slack: C0KUDOS, ", "", StringComparison.Ordinal)
        .Replace("    slack: C0TECH\n", "", StringComparison.Ordinal).Replace("    slack: C0RECRUIT\n", "", StringComparison.Ordinal);

    public WatchedStore Store { get; } = new();

    public World World { get; }

    public SlackWorkspace Slack { get; }

    public TeamsTenant Teams { get; }

    /// <summary>The app's way into every team and every private chat, where it was asked for.</summary>
    public Task Installing { get; }

    /// <summary>The organisation decides anew, and another host starts among the same people, on the same store.</summary>
    public async Task<House> Reopened(string? programme = null)
    {
        await Settle();
        await World.Stop();
        // A file that was replaced by a newer one is refused, the same words or not.
        return new House(this, $"{programme ?? Programme}\n# {Store.Commits}");
    }

    /// <summary>Everything owed is done, and nothing goes on after an answer.</summary>
    public async Task Settle()
    {
        await Installing;
        var after = World.Services.GetRequiredService<AfterAnswer>();
        await World.Run(() => !Store.Owes && !after.IsBusy);
        // People take their time, and an answer may not come faster than Teams allows in one chat.
        World.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>Does something on either platform, and all that follows has happened.</summary>
    public async Task<T> Do<T>(Task<T> act)
    {
        await Installing;
        var done = await act;
        await Settle();
        return done;
    }

    /// <summary>Presses on Teams what stands in a post, and all that follows has happened.</summary>
    public async Task<Seen> Press(string person, Post post, string name, params (string Input, string? Value)[] inputs)
    {
        var now = Teams.Posts(post.Thread).SingleOrDefault(known => known.Id == post.Id) ?? post;
        var seen = await Do(Teams.Press(person, now, name, Inputs(inputs)));
        Assert.True(seen.Ok, seen.Why + string.Join(' ', seen.Errors.Values));
        return seen;
    }

    /// <summary>Sends the dialog on somebody's screen, and all that follows has happened.</summary>
    public async Task<Seen> Send(string person, params (string Input, string? Value)[] inputs)
    {
        var seen = await Do(Teams.SubmitDialog(person, Inputs(inputs)));
        Assert.True(seen.Ok, seen.Why + string.Join(' ', seen.Errors.Values));
        return seen;
    }

    /// <summary>Somebody introduces Ada Martin through the message extension, and all that follows has happened; the card on Teams, where there is one.</summary>
    public async Task<Post?> IntroducedOnTeams(string person = Maison.Jack, params (string Input, string? Value)[] inputs)
    {
        var opened = await Do(Teams.OpenMessageExtension(person, "introduce"));
        Assert.True(opened.Ok, opened.Why);
        var seen = await Send(person, [.. Ada, .. inputs]);
        Assert.Null(seen.Dialog);
        return Cards() is [.., var last] ? last : null;
    }

    /// <summary>The same with <c>/introduce</c> on Slack; the card there.</summary>
    public async Task<Message?> IntroducedOnSlack(string user = Demo.Jack, params (string Field, string Value)[] fields)
    {
        var acted = await Do(World.Introduce(user, "", fields));
        Assert.Empty(acted.Errors);
        return SlackCards() is [.., var last] ? last : null;
    }

    public static (string Input, string? Value)[] Ada =>
    [
        ("contact", "Ada Martin"), ("about", "backend engineer"), ("location", "Lyon"), ("route", "tech"), ("agreement", "agreed"), ("address", "ada.martin@example.com"), ("note", "We shared an office."),
    ];

    /// <summary>Presses on Slack, and all that follows has happened.</summary>
    public async Task<Acted> Press(string user, Message card, string step)
    {
        var acted = await Do(Slack.Press(user, card.Channel, card.Ts, step));
        Assert.True(acted.Ok, acted.Why);
        return acted;
    }

    /// <summary>The threads the bot began in a channel on Teams, as they stand.</summary>
    public IReadOnlyList<Post> Cards(string channel = Maison.Tech) => [.. Teams.Posts(channel).Where(static post => post is { Bot: true, StartsThread: true })];

    /// <summary>The bot's posts at the top of a channel on Slack, as they stand.</summary>
    public IReadOnlyList<Message> SlackCards(string channel = Demo.Tech) => [.. Slack.Messages(channel).Where(static message => message is { Bot: true, ThreadTs: null })];

    /// <summary>What the bot told somebody in their private chat on Teams.</summary>
    public IReadOnlyList<Post> Told(string person) => [.. Teams.Personal(person).Where(static post => post.Bot)];

    /// <summary>What the bot told somebody in their private chat on Slack.</summary>
    public IReadOnlyList<Message> SlackTold(string user) => [.. Slack.Dm(user).Where(static message => message.Bot)];

    public IReadOnlyList<string> Introductions => [.. Store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }).Select(static row => row.Partition)];

    /// <summary>The head of an introduction as it stands.</summary>
    public JsonNode Head(string introduction) => JsonNode.Parse(Store.Rows.Single(row => row.Partition == introduction && row is { Table: Table.Intro, Key: "head" }).Body)!;

    public async ValueTask DisposeAsync()
    {
        await World.Stop();
        Teams.Dispose();
        Slack.Dispose();
    }

    private World Open(string? programme, Action<IServiceCollection>? with) => new(
        slack: Slack,
        teams: Teams,
        clock: (FakeTimeProvider)Slack.Clock,
        settings: settings =>
        {
            File.WriteAllText(settings["Programme:File"], programme ?? (_slackToo ? Programme : TeamsAlone));
            foreach (var key in _slackToo ? [] : settings.Keys.Where(static key => key.StartsWith("Slack:", StringComparison.Ordinal)).ToList())
            {
                settings.Remove(key);
            }
        },
        services: services =>
        {
            services.RemoveAll<IStore>().AddSingleton<IStore>(Store);
            with?.Invoke(services);
        });

    private static Dictionary<string, string?> Inputs((string Input, string? Value)[] inputs)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (input, value) in inputs)
        {
            values[input] = value;
        }

        return values;
    }
}
