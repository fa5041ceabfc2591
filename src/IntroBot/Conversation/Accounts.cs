using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IntroBot.Conversation;

/// <summary>A chat platform.</summary>
public enum PlatformKind
{
    /// <summary>Slack.</summary>
    Slack,

    /// <summary>Microsoft Teams.</summary>
    Teams,
}

/// <summary>A person's account: <paramref name="Organisation"/> is the Slack workspace (<c>T…</c>) or Entra tenant it belongs to, <paramref name="User"/> its id there.</summary>
public sealed record Account(PlatformKind Platform, string Organisation, string User);

/// <summary>A channel: Slack <c>C…</c>, or Teams <c>19:…@thread.tacv2</c>.</summary>
public sealed record ChannelRef(PlatformKind Platform, string Channel);

/// <summary>A message the bot posted: the channel it really stands in, and Slack's <c>ts</c> or Teams' activity id.</summary>
public sealed record MessageRef(ChannelRef Channel, string Message);

/// <summary>What the platform says of an account just now. <paramref name="Email"/> is lower case, null when the platform does not tell.
/// Guests, strangers of shared channels, bots and deactivated accounts have <paramref name="Member"/> false: they can do nothing here.</summary>
public sealed record Profile(Account Account, string Name, string? Email, Language? Language, bool Member)
{
    /// <summary>The same person's accounts elsewhere, which the programme may name instead of this one.</summary>
    public ImmutableArray<Profile> Elsewhere { get; init; } = [];
}

/// <summary>
/// Somebody who uses the bot. <paramref name="Id"/> is a keyless hash of <paramref name="Account"/> (26 characters, base32); <see cref="Others"/> are further accounts of theirs, found by
/// <see cref="LinkAccounts"/>.
/// </summary>
public sealed record Person(PersonId Id, string Name, Account Account)
{
    /// <summary>Their further accounts.</summary>
    public ImmutableArray<Account> Others { get; init; } = [];

    /// <summary>All their accounts.</summary>
    public IEnumerable<Account> Accounts => Others.Prepend(Account);

    /// <summary>The ids of all their accounts: what was kept under one of them before the accounts were known to be one person's is theirs.</summary>
    public IEnumerable<PersonId> Everywhere => Others.Select(Ids.Person).Prepend(Id);

    /// <summary>Their account on a platform, or null.</summary>
    public Account? On(PlatformKind platform) => Accounts.FirstOrDefault(account => account.Platform == platform);

    /// <summary>Whether an id means them.</summary>
    public bool Is(PersonId? id) => id is { } given && Everywhere.Contains(given);
}

/// <summary>A person's id: 26 characters of lower-case Crockford base32.</summary>
[JsonConverter(typeof(PersonIdConverter))]
public readonly record struct PersonId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An introduction's id: 26 characters of lower-case Crockford base32. It routes, it never permits.</summary>
[JsonConverter(typeof(IntroductionIdConverter))]
public readonly record struct IntroductionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
