using System.Collections.Immutable;
using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>
/// Finds the accounts that are one person's: those the programme file links; else those of members, guests never, that carry the same address in one of the programme's domains. While a
/// platform does not say, nobody is linked on a guess.
/// </summary>
public sealed class LinkAccounts(Platforms platforms, People people, Programme programme)
{
    private static readonly TimeSpan s_known = TimeSpan.FromHours(1);

    /// <summary>Whose account it is.</summary>
    public async Task<Person> Who(Profile profile, CancellationToken cancellation)
    {
        var person = await people.Of(profile, cancellation);
        foreach (var platform in platforms.Except(profile.Account.Platform))
        {
            if (profile.Member && await Elsewhere(profile, person, platform, cancellation) is { } found)
            {
                var other = await people.Of(found, cancellation);
                person = other.On(profile.Account.Platform) is { } taken && taken != profile.Account ? person : await people.Join(person, other, cancellation);
            }
        }

        return person;
    }

    /// <summary>The profile with what is known of the person's other accounts, so that the programme may name any of them.</summary>
    public async Task<Profile> WithElsewhere(Person person, Profile profile, CancellationToken cancellation)
    {
        var elsewhere = ImmutableArray.CreateBuilder<Profile>();
        foreach (var account in person.Accounts.Where(account => account != profile.Account))
        {
            // One address on both sides: what the other platform would say is known.
            if ((programme.LinksInFile(profile.Account, account) ? await Look(account, cancellation) : profile with { Account = account }) is { } known)
            {
                elsewhere.Add(known);
            }
        }

        return profile with { Elsewhere = elsewhere.ToImmutable() };
    }

    private async Task<Profile?> Elsewhere(Profile profile, Person person, IPlatform platform, CancellationToken cancellation)
    {
        if (programme.LinkedInFile(profile.Account, platform.Kind) is { } named)
        {
            var account = new Account(platform.Kind, programme.Organisation.Of(platform.Kind).FirstOrDefault() ?? "", named.User);
            return person.Accounts.Contains(account) ? null : await Look(account, cancellation);
        }

        return person.On(platform.Kind) is null && profile.Email is { } address && programme.IsWorkAddress(address) && await Find(platform, address, cancellation) is { } found
            && programme.LinkedInFile(found.Account, profile.Account.Platform) is null ? found : null;
    }

    private async Task<Profile?> Look(Account account, CancellationToken cancellation)
    {
        try
        {
            return platforms.On(account.Platform) is { } platform && await platform.Look(account, s_known, cancellation) is { Member: true } found && programme.Organisation.Names(found.Account) ? found : null;
        }
        catch (PlatformUnavailableException)
        {
            return null;
        }
    }

    private async Task<Profile?> Find(IPlatform platform, string address, CancellationToken cancellation)
    {
        try
        {
            return await platform.Find(address, cancellation) is { Member: true } found && found.Email == address && programme.Organisation.Names(found.Account) ? found : null;
        }
        catch (PlatformUnavailableException)
        {
            return null;
        }
    }
}
