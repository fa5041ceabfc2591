using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>
/// What the organisation decided, read once at start from its reviewed file. Everything here has been checked: lists that must not be empty are not, the general route exists.
/// <paramref name="Hash"/> is the file's SHA-256 in lower-case hex (<see cref="ProgrammeFile"/>); <paramref name="File"/> its name without folders.
/// </summary>
public sealed record Programme(
    string File,
    string Hash,
    string Company,
    Organisation Organisation,
    ImmutableArray<string> Domains,
    Bilingual? Why,
    Language Language,
    TimeZoneInfo Zone,
    Agreement Agreement,
    ImmutableArray<PersonRef> Recruiters,
    ImmutableArray<PersonRef> Owners,
    ImmutableArray<PersonRef> Managers,
    KudosChannel Kudos,
    Limits Limits,
    WorkingHours Hours,
    ImmutableArray<NotNowReason> Reasons,
    ImmutableArray<TokenOfThanks> Thanks)
{
    private TakesIndex _takes = TakesIndex.Empty;

    /// <summary>The organisation's face on the contact's page.</summary>
    public Brand Brand { get; init; } = Brand.Plain;

    /// <summary>What the organisation's privacy notice says of itself.</summary>
    public Privacy Privacy { get; init; } = Privacy.Unsaid;

    /// <summary>How long things are kept.</summary>
    public Retention Retention { get; init; } = Retention.Default;

    /// <summary>The routes in the file's order, the general one among them.</summary>
    public required ImmutableArray<Route> Routes
    {
        get;
        init
        {
            field = value;
            _takes = new TakesIndex(value);
        }
    }

    /// <summary>Accounts that are one person's, although no common address says so; no account stands in two groups.</summary>
    public ImmutableArray<ImmutableArray<PersonRef.ByAccount>> People { get; init; } = [];

    /// <summary>The route for what nothing else takes.</summary>
    public Route General => Routes.First(static route => route.Name == Route.General);

    /// <summary>The route of that name, or null when the programme in force has none (any more).</summary>
    public Route? FindRoute(string name) => Routes.FirstOrDefault(route => route.Name == name);

    /// <summary>
    /// The route a text points to: one whose <c>takes</c>, name or title (either language) stand in it as whole words, whatever their case, accents, plural or
    /// French feminine. The longest phrase wins, then the most phrases, then the route that comes first; the general route when none does.
    /// </summary>
    public Route RouteFor(string text) => _takes.Best(text) is { } index ? Routes[index] : General;

    /// <summary>The language cards and thanks of a route are written in.</summary>
    public Language LanguageOf(Route route) => route.Language ?? Language;

    /// <summary>Whether a profile may answer what comes in by a route. Nobody outside the organisation ever may.</summary>
    public bool IsRecruiter(Route route, Profile profile) => IsAmong(route.Recruiters, profile);

    /// <summary>Whether a profile is the one asked when a route does not answer.</summary>
    public bool IsFallback(Route route, Profile profile) => route.Fallback is { } fallback && IsAmong([fallback], profile);

    /// <summary>Whether a profile owns the programme.</summary>
    public bool IsOwner(Profile profile) => IsAmong(Owners, profile);

    /// <summary>Whether a profile may see the reports.</summary>
    public bool IsManager(Profile profile) => IsAmong(Managers, profile);

    /// <summary>The moment a number of working days later, by a route's hours in the programme's zone.</summary>
    public DateTimeOffset AddWorkingDays(Route route, DateTimeOffset start, int days) => route.Hours.AddWorkingDays(start, days, Zone);

    /// <summary>The moment a number of working days earlier, by a route's hours in the programme's zone.</summary>
    public DateTimeOffset SubtractWorkingDays(Route route, DateTimeOffset end, int days) => route.Hours.SubtractWorkingDays(end, days, Zone);

    /// <summary>Whether an address is one of the organisation's own.</summary>
    public bool IsWorkAddress(string address) => Domains.Contains(address[(address.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The account on a platform that <see cref="People"/> says is the same person's as this one; null when it says nothing.</summary>
    public PersonRef.ByAccount? LinkedInFile(Account account, PlatformKind on) =>
        People.FirstOrDefault(group => group.Any(known => known.Names(account))) is { IsDefault: false } found ? found.FirstOrDefault(known => known.Platform == on && !known.Names(account)) : null;

    /// <summary>Whether <see cref="People"/> says that two accounts are one person's.</summary>
    public bool LinksInFile(Account one, Account other) => People.Any(group => group.Any(known => known.Names(one)) && group.Any(known => known.Names(other)));

    private bool IsAmong(ImmutableArray<PersonRef> people, Profile profile) =>
        Organisation.Names(profile.Account) && people.Any(person => person.Is(profile));
}
