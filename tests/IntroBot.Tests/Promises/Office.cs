using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
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

    /// <summary>The company's workspace, with no limits on how often anything may be called.</summary>
    public static SlackWorkspace Slack(string signingSecret = "playground-signing-secret", string botToken = "xoxb-playground") => new(
        new SlackOptions { Limits = SlackLimits.None, EchoesOwnMessages = false, SigningSecret = signingSecret, BotToken = botToken }, new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), seed: Fill);

    /// <summary>The whole bot in this company, on a store that is watched.</summary>
    public static World Open(IStore store, SlackWorkspace slack, string? programme = null, IEffects? effects = null, string? master = null, Action<IServiceCollection>? with = null) => new(
        slack: slack,
        clock: (FakeTimeProvider)slack.Clock,
        settings: settings =>
        {
            File.WriteAllText(settings["Programme:File"], programme ?? Programme);
            settings["Keys:Master"] = master ?? settings["Keys:Master"];
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

    /// <summary>Nothing of what is owed reaches anybody.</summary>
    public sealed class Nobody : IEffects
    {
        public Repeats Policy(Effect effect) => Repeats.Allowed;

        public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) => (1, TimeSpan.Zero);

        public Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation) => Task.FromResult<EffectResult>(EffectResult.Done.Nothing);

        public Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);
    }
}
