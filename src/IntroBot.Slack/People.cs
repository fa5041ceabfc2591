using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Calling;

namespace IntroBot.Slack;

/// <summary>Who people are, as Slack says, remembered for as long as the asker allows. Lookups of one user at one time share a call.</summary>
internal sealed class People(SlackClient client, Installation installation, TimeProvider clock)
{
    private static readonly TimeSpan AddressKnown = TimeSpan.FromHours(1);
    private static readonly TimeSpan AddressUnknown = TimeSpan.FromMinutes(5);

    private readonly Remembered<string, Profile?> profiles = new(20_000, clock);
    private readonly Remembered<string, string?> users = new(5_000, clock);

    /// <summary>What Slack says of an account; null when it knows none.</summary>
    /// <exception cref="PlatformUnavailableException">Slack did not say.</exception>
    public async Task<Profile?> Look(Account account, TimeSpan maxAge, CancellationToken cancellation)
    {
        var profile = await profiles.Get(account.User, _ => maxAge, () => Fetch(account.User)).WaitAsync(cancellation);
        return profile is null ? null : profile.Account == account ? profile : profile with { Account = account, Member = false };
    }

    /// <summary>The member with this address; null when there is none.</summary>
    /// <exception cref="PlatformUnavailableException">Slack did not say.</exception>
    public async Task<Profile?> Find(string email, CancellationToken cancellation)
    {
        var address = email.Trim().ToLowerInvariant();
        var user = await users.Get(address, static known => known is null ? AddressUnknown : AddressKnown, () => Search(address)).WaitAsync(cancellation);
        return user is null ? null : await profiles.Get(user, static _ => AddressKnown, () => Fetch(user)).WaitAsync(cancellation);
    }

    /// <summary>The language somebody was last seen with, without asking anybody.</summary>
    public Language Language(string user) => profiles.Known(user)?.Language ?? Conversation.Language.En;

    /// <summary>Forgets what is known of a user.</summary>
    public void Forget(string user) => profiles.Forget(user);

    private async Task<Profile?> Fetch(string user)
    {
        var workspace = await Workspace();
        return await client.User(user, CancellationToken.None) switch
        {
            Reply.Done { Body.User: { Id: { } id } found } => Profile(found, id, workspace),
            Reply.Refused { Error: "user_not_found" or "users_not_found" or "user_not_visible" or "user_disabled" } => null,
            var reply => throw new PlatformUnavailableException(reply.Code),
        };
    }

    private async Task<string?> Search(string address) => await client.UserByEmail(address, CancellationToken.None) switch
    {
        Reply.Done { Body.User.Id: { } id } => id,
        Reply.Refused { Error: "users_not_found" or "user_not_found" } => null,
        var reply => throw new PlatformUnavailableException(reply.Code),
    };

    private async Task<string> Workspace()
    {
        if (installation.Identity is null && await client.WhoAmI(CancellationToken.None) is var reply and not Reply.Done)
        {
            throw new PlatformUnavailableException(reply.Code);
        }

        return installation.Identity?.Workspace ?? throw new PlatformUnavailableException("no_identity");
    }

    private static Profile Profile(ApiUser user, string id, string workspace)
    {
        var isHere = user.TeamId == workspace || user.EnterpriseUser?.Teams?.Contains(workspace) == true;
        var isOrdinary = id != "USLACKBOT" && user is { Deleted: not true, IsBot: not true, IsRestricted: not true, IsUltraRestricted: not true, IsStranger: not true };
        string?[] names = [user.Profile?.RealName, user.RealName, user.Profile?.DisplayName, user.Name];
        return new Profile(
            new Account(PlatformKind.Slack, isHere ? workspace : user.TeamId ?? "", id),
            names.FirstOrDefault(static name => !string.IsNullOrWhiteSpace(name)) ?? id,
            string.IsNullOrWhiteSpace(user.Profile?.Email) ? null : user.Profile.Email.Trim().ToLowerInvariant(),
            Locale(user.Locale),
            isHere && isOrdinary);
    }

    private static Language? Locale(string? locale) => locale switch
    {
        ['f', 'r', ..] => Conversation.Language.Fr,
        ['e', 'n', ..] => Conversation.Language.En,
        _ => null,
    };
}
