using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>Somebody who may speak here: a member of the organisation, as the platform says now, and the language they read.</summary>
public sealed record Speaker(Person Person, Profile Profile, Phrases Say);

/// <summary>Decides at every turn who speaks: the programme names the organisation, the platform names its members, and nobody else has any effect.</summary>
public sealed class Admission(Programme programme, Platforms platforms, LinkAccounts links, People people, TimeProvider time)
{
    // Presses that decide something about an introduction look again; asking for help may rest on a few minutes.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_recent = TimeSpan.FromMinutes(5);

    // The other platform is asked whether it knows the speaker too; it does not hold up the answer for longer than this.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether the turn comes from a workspace the programme names, by somebody whose own account belongs to one.</summary>
    public bool Names(Turn turn) => programme.Organisation.Names(turn.Account.Platform, turn.Workspace) && programme.Organisation.Names(turn.Account);

    /// <summary>The speaker, or null for guests, strangers, bots and deactivated accounts.</summary>
    /// <exception cref="PlatformUnavailableException">The platform did not say; nobody is let in on that.</exception>
    public async Task<Speaker?> Speaker(Turn turn, CancellationToken cancellation)
    {
        var age = turn.Said is Said.Pressed { Introduction: not null } or Said.Submitted { Introduction: not null } ? s_fresh : s_recent;
        return await Speaker(turn.Account, age, cancellation);
    }

    /// <summary>Somebody spoken to without a turn of theirs; null when they may not speak here (any more).</summary>
    /// <exception cref="PlatformUnavailableException">The platform did not say.</exception>
    public async Task<Speaker?> Speaker(Account account, TimeSpan age, CancellationToken cancellation)
    {
        if (platforms.On(account.Platform) is not { } platform || await platform.Look(account, age, cancellation) is not { Member: true } profile || !programme.Organisation.Names(profile.Account))
        {
            return null;
        }

        var person = await Who(profile, cancellation);
        var language = (await people.Preferences(person, cancellation)).Language ?? profile.Language ?? programme.Language;
        return new Speaker(person, await links.WithElsewhere(person, profile, cancellation), Phrases.In(language));
    }

    /// <summary>What the speaker may do to an introduction.</summary>
    public Actor Actor(Speaker speaker, Introduction introduction)
    {
        var route = programme.FindRoute(introduction.Route);
        var passedTo = introduction.PassedTo is { } passed ? programme.Answerers().FirstOrDefault(person => person.ToString() == passed) : null;
        return new Actor(
            speaker.Person,
            speaker.Profile,
            (route is not null && programme.IsRecruiter(route, speaker.Profile)) || passedTo?.Is(speaker.Profile) == true,
            route is not null && programme.IsFallback(route, speaker.Profile),
            programme.IsOwner(speaker.Profile));
    }

    private async Task<Person> Who(Profile profile, CancellationToken cancellation)
    {
        try
        {
            return await links.Who(profile, cancellation).WaitAsync(s_patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return await people.Of(profile, cancellation);
        }
    }
}
