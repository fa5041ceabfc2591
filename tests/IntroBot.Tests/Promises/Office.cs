using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SlackLimits = IntroBot.Playground.Slack.Limits;
using SlackWorld = IntroBot.Playground.Slack.State.World;

namespace IntroBot.Tests.Promises;

/// <summary>A company in which every part is somebody else's, all reading English.</summary>
internal static class Office
{
    public const string Ines = "U0INES";
    public const string Clara = "U0CLARA";
    public const string Theo = "U0THEO";
    public const string Gia = "U0GIA";
    public const string Dan = "U0DAN";
    public const string Rex = "U0REX";
    public const string Lou = "U0LOU";
    public const string Paul = "U0PAUL";
    public const string Fay = "U0FAY";

    private static readonly string[] s_staff = [Ines, Clara, Theo, Gia, Dan, Rex, Lou, Paul, Fay];

    public static string Programme { get; } = """
        company: Maison Exemple
        organisation: { slack: [T0ACME] }
        language: en
        zone: Europe/Paris
        owners: [omar@example.test]
        managers: [mina@example.test]
        kudos: { slack: C0KUDOS }
        limits: { perDay: 500 }
        routes:
          - name: tech
            title: { en: Technology, fr: Technologie }
            slack: C0TECH
            recruiters: [u0clara@example.test, u0theo@example.test, u0gia@example.test, u0dan@example.test, u0rex@example.test]
            fallback: u0fay@example.test
          - name: luxury
            title: { en: Luxury houses, fr: Maisons de luxe }
            slack: C0LUXE
            recruiters: [u0lou@example.test]
          - name: general
            title: { en: Anything else, fr: Autre }
            slack: C0RECRUIT
            recruiters: [u0paul@example.test]
        """;

    /// <summary>The same on both platforms.</summary>
    public static string Everywhere { get; } = Programme
        .Replace("{ slack: [T0ACME] }", $"{{ slack: [T0ACME], teams: [{Maison.Tenant}] }}\ndomains: [example.test]", StringComparison.Ordinal)
        .Replace("{ slack: C0KUDOS }", $"{{ slack: C0KUDOS, teams: \"{Maison.Thanks}\" }}", StringComparison.Ordinal)
        .Replace("slack: C0TECH", $"slack: C0TECH\n    teams: \"{Maison.Tech}\"", StringComparison.Ordinal)
        .Replace("slack: C0RECRUIT", $"slack: C0RECRUIT\n    teams: \"{Maison.Recruiting}\"", StringComparison.Ordinal);

    /// <summary>The same on Teams alone.</summary>
    public static string OnTeamsAlone { get; } = Everywhere
        .Replace("slack: [T0ACME], ", "", StringComparison.Ordinal).Replace("slack: C0KUDOS, ", "", StringComparison.Ordinal)
        .Replace("slack: C0TECH\n    ", "", StringComparison.Ordinal).Replace("slack: C0RECRUIT\n    ", "", StringComparison.Ordinal).Replace("slack: C0LUXE", $"teams: \"{Maison.General}\"", StringComparison.Ordinal);

    /// <summary>Somebody's id on Teams, by the one on Slack.</summary>
    public static string OnTeams(string user) => user switch
    {
        Demo.Omar => Maison.Omar,
        Demo.Mina => Maison.Mina,
        Demo.Jack => Maison.Jack,
        Demo.Guest => Maison.Guest,
        _ => "29:1" + user,
    };

    /// <summary>The company's tenant, with no limits on how often anything may be called.</summary>
    public static TeamsTenant Teams(TimeProvider clock, string secret = "playground-client-secret") => new(
        new TeamsOptions { Login = new("http://localhost:5999/login/"), Limits = TeamsLimits.Unpaced, ClientSecret = secret }, clock, seed: FillTeams);

    /// <summary>The company's workspace, with no limits on how often anything may be called.</summary>
    public static SlackWorkspace Slack(string signingSecret = "playground-signing-secret", string botToken = "xoxb-playground") => new(
        new SlackOptions { Limits = SlackLimits.None, EchoesOwnMessages = false, SigningSecret = signingSecret, BotToken = botToken }, new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), seed: Fill);

    /// <summary>The whole bot in this company, on a store that is watched.</summary>
    public static World Open(IStore store, SlackWorkspace slack, string? programme = null, IEffects? effects = null, string? master = null, Action<IServiceCollection>? with = null, TeamsTenant? teams = null, bool isOnSlack = true) => new(
        slack: slack,
        teams: teams,
        clock: (FakeTimeProvider)slack.Clock,
        settings: settings =>
        {
            File.WriteAllText(settings["Programme:File"], programme ?? Programme);
            settings["Keys:Master"] = master ?? settings["Keys:Master"];
            foreach (var key in isOnSlack ? [] : settings.Keys.Where(static key => key.StartsWith("Slack:", StringComparison.Ordinal)).ToList())
            {
                settings.Remove(key);
            }
        },
        services: services =>
        {
            services.RemoveAll<IStore>().AddSingleton<IStore>(store);
            if (effects is not null)
            {
                services.RemoveAll<IEffects>().AddSingleton(effects);
            }

            with?.Invoke(services);
        });

    private static void Fill(SlackWorld world)
    {
        Demo.Fill(world);
        foreach (var id in s_staff)
        {
            world.People[id] = new(id, Demo.Team, $"{id[2]}{id[3..].ToLowerInvariant()} Office", $"{id.ToLowerInvariant()}@example.test");
            world.Dm(id);
        }

        world.People[Demo.Mina] = world.People[Demo.Mina] with { Locale = "en-US" };
        foreach (var channel in world.Channels.Values.Where(static channel => !channel.IsDirect).ToArray())
        {
            world.Channels[channel.Id] = channel with { Members = channel.Members.Union(s_staff) };
        }
    }

    private static void FillTeams(TenantState state)
    {
        Maison.Fill(state);
        foreach (var (at, id) in s_staff.Index())
        {
            state.People[OnTeams(id)] = new(OnTeams(id), Maison.Tenant, $"f00000{at:D2}-0000-4000-8000-000000000001", $"{id[2]}{id[3..].ToLowerInvariant()} Office", $"{id.ToLowerInvariant()}@example.test");
        }

        state.People[Maison.Mina] = state.People[Maison.Mina] with { Locale = "en-US" };
        state.Teams[Maison.Team] = state.Teams[Maison.Team] with { Members = state.Teams[Maison.Team].Members.Union(s_staff.Select(OnTeams)) };
    }

    /// <summary>Nothing of what is owed reaches anybody.</summary>
    public sealed class Nobody : IEffects
    {
        public Repeats Policy(Effect effect) => Repeats.Allowed;

        public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) => (1, TimeSpan.Zero);

        public Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation) => Task.FromResult<EffectResult>(EffectResult.Done.Nothing);

        public Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);
    }
}
