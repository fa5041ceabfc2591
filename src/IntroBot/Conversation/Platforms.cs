using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>The chat platforms that are configured, and who the programme's people are on them.</summary>
public sealed class Platforms(IEnumerable<IPlatform> platforms, People people, Programme programme)
{
    private static readonly TimeSpan s_known = TimeSpan.FromHours(1);
    private readonly Dictionary<PlatformKind, IPlatform> _byKind = platforms.ToDictionary(static platform => platform.Kind);

    /// <summary>The platform, or null when it is not configured.</summary>
    public IPlatform? On(PlatformKind kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>The other platforms.</summary>
    public IEnumerable<IPlatform> Except(PlatformKind kind) => _byKind.Values.Where(platform => platform.Kind != kind);

    /// <summary>Tells somebody in private, where they can be reached: on <paramref name="first"/> if possible, in the language they read there.</summary>
    public async Task<Delivery> Tell(Person person, PlatformKind first, Func<Language, Card> card, string idempotencyKey, CancellationToken cancellation)
    {
        Delivery delivery = new Delivery.Refused("platform not configured");
        foreach (var account in person.Accounts.OrderByDescending(account => account.Platform == first))
        {
            if (delivery is Delivery.Refused && On(account.Platform) is { } platform)
            {
                delivery = await platform.Tell(account, card(await LanguageOf(person, account, cancellation)), idempotencyKey, cancellation);
            }
        }

        return delivery;
    }

    /// <summary>Up to <paramref name="limit"/> of these people as the platforms know them; those nobody knows are left out.</summary>
    public async Task<IReadOnlyList<(PersonRef Ref, Profile Profile)>> Resolve(IEnumerable<PersonRef> refs, int limit, CancellationToken cancellation)
    {
        var found = new List<(PersonRef, Profile)>();
        foreach (var person in refs)
        {
            if (found.Count == limit)
            {
                break;
            }

            if (await Resolve(person, cancellation) is { Member: true } profile)
            {
                found.Add((person, profile));
            }
        }

        return found;
    }

    /// <summary>One of the programme's people, or null when no platform knows them. One that does not answer is passed over, as long as another knows them.</summary>
    /// <exception cref="PlatformUnavailableException">None of those that answered knows them.</exception>
    public async Task<Profile?> Resolve(PersonRef person, CancellationToken cancellation)
    {
        PlatformUnavailableException? silence = null;
        foreach (var platform in _byKind.Values)
        {
            try
            {
                if (await Ask(platform, person, cancellation) is { } profile)
                {
                    return profile;
                }
            }
            catch (PlatformUnavailableException silent)
            {
                silence = silent;
            }
        }

        return silence is null ? null : throw silence;
    }

    private async Task<Profile?> Ask(IPlatform platform, PersonRef person, CancellationToken cancellation) => person switch
    {
        PersonRef.ByEmail email => await platform.Find(email.Address, cancellation),
        PersonRef.ByAccount account when account.Platform == platform.Kind && Organisation(account.Platform) is { } organisation =>
            await platform.Look(new Account(account.Platform, organisation, account.User), s_known, cancellation),
        _ => null,
    };

    private async Task<Language> LanguageOf(Person person, Account account, CancellationToken cancellation)
    {
        if ((await people.Preferences(person, cancellation)).Language is { } chosen)
        {
            return chosen;
        }

        try
        {
            return On(account.Platform) is { } platform && await platform.Look(account, s_known, cancellation) is { Language: { } language } ? language : programme.Language;
        }
        catch (PlatformUnavailableException)
        {
            return programme.Language;
        }
    }

    private string? Organisation(PlatformKind platform) => programme.Organisation.Of(platform).FirstOrDefault();
}
