using System.Collections.Immutable;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack;

/// <summary>The company a newcomer meets: Maison Exemple, its people and channels.</summary>
internal static class Demo
{
    public const string Team = "T0ACME";
    public const string Emma = "U0EMMA";
    public const string Jack = "U0JACK";
    public const string Lea = "U0LEA";
    public const string Ravi = "U0RAVI";
    public const string Mina = "U0MINA";
    public const string Omar = "U0OMAR";
    public const string Guest = "U0GUEST";
    public const string General = "C0GENERAL";
    public const string Tech = "C0TECH";
    public const string Recruiting = "C0RECRUIT";
    public const string Luxury = "C0LUXE";
    public const string Kudos = "C0KUDOS";

    private static readonly ImmutableArray<Person> People =
    [
        new(Emma, Team, "Emma Petit", "emma@example.test") { Locale = "fr-FR" },
        new(Jack, Team, "Jack Osei", "jack@example.test"),
        new(Lea, Team, "Léa Moreau", "lea@example.test") { Locale = "fr-FR", Role = "recruiter" },
        new(Ravi, Team, "Ravi Shah", "ravi@example.test") { Role = "recruiter" },
        new(Mina, Team, "Mina Laurent", "mina@example.test") { Locale = "fr-FR", Role = "manager" },
        new(Omar, Team, "Omar Benali", "omar@example.test") { Role = "owner" },
        new(Guest, Team, "Gus Guest", "gus@elsewhere.test") { Role = "guest", IsRestricted = true },
    ];

    public static void Fill(World world)
    {
        var bot = world.Options.BotUser;
        var staff = People.Where(person => !person.IsRestricted).Select(person => person.Id).ToImmutableHashSet();
        world.Teams[Team] = new(Team, "Maison Exemple", "maison-exemple");
        world.Installations[world.Options.BotToken] = new(world.Options.BotToken, Team);
        world.People[bot] = new(bot, Team, world.Options.BotName, "introbot@bots.test") { IsBot = true, Role = "bot" };
        foreach (var person in People)
        {
            world.People[person.Id] = person;
            world.Dm(person.Id);
        }

        foreach (var channel in (Channel[])
        [
            new(General, Team, "general") { Members = staff },
            new(Tech, Team, "recruiting-tech") { Members = [Lea, Ravi, Omar, bot] },
            new(Recruiting, Team, "recruiting") { Members = [Lea, Ravi, Omar, bot] },
            new(Luxury, Team, "recruiting-luxury") { Private = true, Members = [Lea, Omar, bot] },
            new(Kudos, Team, "thanks") { Members = staff.Add(Guest).Add(bot) },
        ])
        {
            world.Channels[channel.Id] = channel;
        }

        Chat(world, Omar, "Bienvenue\u00a0! Tapez /introduce pour présenter quelqu’un que vous connaissez. · Welcome! Type /introduce to introduce somebody you know.");
        Chat(world, Jack, "I had lunch with a data engineer from Lyon yesterday, she is looking around.");
    }

    /// <summary>Another organisation, T0OTHER, with one person U0OTHER in one channel C0OTHER; our app is installed there too, under another token.</summary>
    public static void AddNeighbours(World world)
    {
        world.Teams["T0OTHER"] = new("T0OTHER", "Other Company", "other-company");
        world.People["U0OTHER"] = new("U0OTHER", "T0OTHER", "Olga Other", "olga@other.test");
        world.Channels["C0OTHER"] = new("C0OTHER", "T0OTHER", "general") { Members = ["U0OTHER", world.Options.BotUser] };
        world.Installations["xoxb-other"] = new("xoxb-other", "T0OTHER");
    }

    private static void Chat(World world, string user, string text) =>
        world.In(General).Add(new(General, world.Ids.Ts(), user, text) { At = world.Now });
}
