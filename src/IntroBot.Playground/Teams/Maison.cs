using System.Collections.Immutable;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams;

/// <summary>The company a newcomer meets, in Teams: Maison Exemple, its people, whose addresses are those of the Slack workspace, and its team. The app is not installed yet.</summary>
internal static class Maison
{
    public const string Tenant = "3f2a7c10-5e1d-4b7a-9c42-6d0f8a1b2c3d";
    public const string Elsewhere = "b1946ac9-2f4e-4c8d-8a57-0e6f3d9c7b21";
    public const string Emma = "29:1EmmaPetit-Zq4vXw0bN7cT";
    public const string Jack = "29:1JackOsei-mB2kRt9sLd5Yh";
    public const string Lea = "29:1LeaMoreau-hG6pWf3jQx8Va";
    public const string Ravi = "29:1RaviShah-uK1nSc7eZb4Mo";
    public const string Mina = "29:1MinaLaurent-tD9yJi5rPf2";
    public const string Omar = "29:1OmarBenali-wE3xCq8lHv6G";
    public const string Guest = "29:1GusGuest-aN5oTz1gUk7Bs";
    public const string Stranger = "29:1SamStranger-fR8iYm4dLw";
    public const string Team = "19:maisonexemplegeneral01@thread.tacv2";
    public const string General = Team;
    public const string Tech = "19:recruitingtech02@thread.tacv2";
    public const string Recruiting = "19:recruiting03@thread.tacv2";
    public const string Thanks = "19:thanks04@thread.tacv2";
    public const string TeamElsewhere = "19:autremaisongeneral05@thread.tacv2";
    /// <summary>A chat of Emma and Jack, without the bot.</summary>
    public const string EmmaAndJack = "19:emma_jack@unq.gbl.spaces";

    private static readonly ImmutableArray<Member> People =
    [
        new(Emma, Tenant, "e0000001-0000-4000-8000-000000000001", "Emma Petit", "emma@example.test") { Locale = "fr-FR" },
        new(Jack, Tenant, "e0000002-0000-4000-8000-000000000002", "Jack Osei", "jack@example.test"),
        new(Lea, Tenant, "e0000003-0000-4000-8000-000000000003", "Léa Moreau", "lea@example.test") { Locale = "fr-FR", Role = "recruiter" },
        new(Ravi, Tenant, "e0000004-0000-4000-8000-000000000004", "Ravi Shah", "ravi@example.test") { Role = "recruiter" },
        new(Mina, Tenant, "e0000005-0000-4000-8000-000000000005", "Mina Laurent", "mina@example.test") { Locale = "fr-FR", Role = "manager" },
        new(Omar, Tenant, "e0000006-0000-4000-8000-000000000006", "Omar Benali", "omar@example.test") { Role = "owner" },
        new(Guest, Tenant, "e0000007-0000-4000-8000-000000000007", "Gus Guest", "gus@elsewhere.test") { Role = "guest", IsGuest = true, Upn = "gus_elsewhere.test#EXT#@example.test" },
        new(Stranger, Elsewhere, "e0000008-0000-4000-8000-000000000008", "Sam Stranger", "sam@elsewhere.test") { Role = "stranger" },
    ];

    public static void Fill(TenantState state)
    {
        state.Organisations[Tenant] = new(Tenant, "Maison Exemple", "example.test");
        state.Organisations[Elsewhere] = new(Elsewhere, "Autre Maison", "elsewhere.test");
        foreach (var person in People)
        {
            state.People[person.Id] = person;
        }

        state.Teams[Team] = new(Team, Tenant, "Maison Exemple", "9c0f7a52-3b1e-4d68-a7f4-1c5e2b8d9a03") { Members = [.. People.Where(person => person.TenantId == Tenant).Select(person => person.Id)] };
        state.Teams[TeamElsewhere] = new(TeamElsewhere, Elsewhere, "Autre Maison", "5d2e8b14-7c9a-4f03-b6d1-8e4a0f7c3b92") { Members = [Stranger] };
        foreach (var channel in (TeamChannel[])
        [
            new(General, Team, "General"),
            new(Tech, Team, "Recruiting tech"),
            new(Recruiting, Team, "Recruiting"),
            new(Thanks, Team, "Thanks"),
            new(TeamElsewhere, TeamElsewhere, "General"),
        ])
        {
            state.Channels[channel.Id] = channel;
        }

        state.Chats[EmmaAndJack] = new(EmmaAndJack, Tenant, "personal") { Members = [Emma, Jack], Name = "Emma, Jack" };
        Say(state, General, Omar, "Bienvenue\u202f! Écrivez @IntroBot pour présenter quelqu’un que vous connaissez. · Welcome! Type @IntroBot to introduce somebody you know.");
        Say(state, EmmaAndJack, Jack, "I had lunch with a data engineer from Lyon yesterday, she is looking around.");
    }

    private static void Say(TenantState state, string thread, string person, string text) =>
        state.In(thread).Add(state.NewPost(state.Find(thread)!, person, text) with { TextFormat = "plain" });
}
