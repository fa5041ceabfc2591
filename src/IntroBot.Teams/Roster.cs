using System.Collections.Immutable;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams;

/// <summary>Somebody as Teams knows them; <paramref name="User"/> is the <c>29:…</c> id they have with this bot.</summary>
internal sealed record Member(Profile Profile, string User, string ServiceUrl);

/// <summary>
/// Who people are, as the rosters of the conversations the bot is in say: their private chat, where they were last seen, the programme's channels. Guests, anonymous people and members of other
/// tenants are no members here. Nobody is guessed: when Teams does not say, nobody is let in.
/// </summary>
internal sealed class Roster(ConnectorClient client, References references, Programme programme, TimeProvider clock)
{
    private const int MostPlaces = 20;
    private const int MostPages = 200;
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(5);

    private readonly Remembered<Account, Member?> members = new(20_000, clock);
    private readonly Remembered<string, Member?> addresses = new(5_000, clock);
    private readonly Remembered<Spot, ImmutableDictionary<string, Member>> rosters = new(50, clock);

    /// <summary>The member behind an account, no older than <paramref name="maxAge"/>; null when no roster has them.</summary>
    /// <exception cref="PlatformUnavailableException">Teams did not say.</exception>
    public async Task<Member?> Look(Account account, TimeSpan maxAge, CancellationToken cancellation)
    {
        var member = await members.Get(account, _ => maxAge, () => Fetch(account)).WaitAsync(cancellation);
        // No roster says what somebody reads, and no event that it changed; each activity of theirs does.
        return member is not null && (await references.Person(account.Organisation, account.User, cancellation))?.Language is { } language
            ? member with { Profile = member.Profile with { Language = language } } : member;
    }

    /// <summary>The member with this work address, from the rosters of the programme's channels: a page of it tells of hundreds, where asking for one at a time would soon be too often for Teams.</summary>
    /// <exception cref="PlatformUnavailableException">Teams did not say.</exception>
    public Task<Member?> Find(string email, CancellationToken cancellation)
    {
        var address = email.Trim().ToLowerInvariant();
        return addresses.Get(address, static member => member is null ? Unknown : Known, () => Search(address)).WaitAsync(cancellation);
    }

    /// <summary>Forgets who somebody is, since they came or went.</summary>
    public void Forget(Account account) => members.Forget(account);

    private async Task<Member?> Fetch(Account account)
    {
        if (!programme.Organisation.Names(account))
        {
            return null;
        }

        var person = await references.Person(account.Organisation, account.User, CancellationToken.None);
        foreach (var spot in await Places(account.Organisation, person))
        {
            if (await Ask(spot, person?.User ?? account.User, person) is { } member)
            {
                return IsThem(account, member) ? member : null;
            }
        }

        return person is { Personal: null, User: ['2', '9', ':', ..] }
            && await client.OpenPersonal(person.ServiceUrl, account.Organisation, person.User, CancellationToken.None) is Reply.Done { Body.Id: { } personal }
            && await Ask(new Spot(person.ServiceUrl, account.Organisation, personal), person.User, person) is { } found && IsThem(account, found) ? found : null;
    }

    /// <summary>Whether the roster means the person the activity named; one it named by no object id is whoever the roster says.</summary>
    private static bool IsThem(Account account, Member member) => member.User == account.User || member.Profile.Account.User == account.User;

    private async Task<Member?> Search(string address)
    {
        var spots = new List<Spot>();
        foreach (var tenant in programme.Organisation.Teams)
        {
            spots.AddRange(await Places(tenant.ToLowerInvariant(), null));
        }

        // A roster read within the hour will do for whoever stands in it; whoever does not may have joined since.
        foreach (var age in (TimeSpan[])[Known, Unknown])
        {
            foreach (var spot in spots)
            {
                if ((await rosters.Get(spot, _ => age, () => All(spot))).GetValueOrDefault(address) is { } member)
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Where to ask for somebody, the likeliest first. While the bot has heard nothing from a tenant there is nowhere.</summary>
    private async Task<IReadOnlyList<Spot>> Places(string tenant, PersonReference? person)
    {
        var spots = new List<Spot>();
        foreach (var conversation in new[] { person?.Personal, person?.Seen }.OfType<string>())
        {
            spots.Add(new Spot(person!.ServiceUrl, tenant, conversation));
        }

        if (await references.Tenant(tenant, CancellationToken.None) is { } known)
        {
            var teams = new HashSet<string>();
            foreach (var channel in Channels())
            {
                var reference = await references.Channel(tenant, channel, CancellationToken.None);
                if (reference is not { Left: not null } && teams.Add(reference?.Team ?? channel))
                {
                    spots.Add(new Spot(reference?.ServiceUrl ?? known.ServiceUrl, tenant, channel));
                }
            }
        }

        return [.. spots.Distinct().Take(MostPlaces)];
    }

    private IEnumerable<string> Channels() =>
        programme.Routes.Select(static route => route.Channels).Append(programme.Kudos.Channels).Select(static channels => channels.Teams?.Channel).OfType<string>().Distinct();

    private async Task<Member?> Ask(Spot spot, string id, PersonReference? person) => await client.Member(spot, id, CancellationToken.None) switch
    {
        Reply.Done { Body: { Id: { Length: > 0 } } body } => Read(body, spot, person?.Language),
        Reply.Done => null,
        var reply when ErrorCodes.IsElsewhere(reply) => null,
        var reply => throw new PlatformUnavailableException(reply.Code),
    };

    private async Task<ImmutableDictionary<string, Member>> All(Spot spot)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Member>();
        string? continuation = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await client.Members(spot, continuation, CancellationToken.None);
            if (ErrorCodes.IsElsewhere(reply))
            {
                break;
            }

            var body = reply is Reply.Done done ? done.Body : throw new PlatformUnavailableException(reply.Code);
            foreach (var member in (body.Members ?? []).Where(static member => member is { Id.Length: > 0 }).Select(member => Read(member!, spot, null)))
            {
                if (member.Profile is { Member: true, Email: { } email })
                {
                    all[email] = member;
                }
            }

            if (string.IsNullOrEmpty(body.ContinuationToken))
            {
                break;
            }

            continuation = body.ContinuationToken;
        }

        return all.ToImmutable();
    }

    private Member Read(ApiReply member, Spot spot, Language? language)
    {
        var id = Guid.TryParseExact(member.ObjectId ?? member.AadObjectId, "D", out var guid) ? guid.ToString("D") : null;
        var tenant = string.IsNullOrEmpty(member.TenantId) ? spot.Tenant : member.TenantId.ToLowerInvariant();
        var isOrdinary = id is not null && !IsExternal(member.UserPrincipalName) && (string.IsNullOrEmpty(member.UserRole) || member.UserRole.Equals("user", StringComparison.OrdinalIgnoreCase) || member.UserRole.Equals("owner", StringComparison.OrdinalIgnoreCase));
        var profile = new Profile(
            new Account(PlatformKind.Teams, tenant, id ?? member.Id!),
            string.IsNullOrWhiteSpace(member.Name) ? member.UserPrincipalName ?? member.Id! : member.Name,
            Address(member.Email) ?? Address(member.UserPrincipalName),
            language,
            isOrdinary && tenant == spot.Tenant && programme.Organisation.Names(PlatformKind.Teams, tenant));
        return new Member(profile, member.Id!, spot.ServiceUrl);
    }

    /// <summary>Whether a sign-in name is a guest's.</summary>
    private static bool IsExternal(string? name) => name?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Address(string? address) =>
        string.IsNullOrWhiteSpace(address) || !address.Contains('@', StringComparison.Ordinal) || IsExternal(address) ? null : address.Trim().ToLowerInvariant();
}
