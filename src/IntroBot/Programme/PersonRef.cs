using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>How the programme file names a person.</summary>
public abstract record PersonRef
{
    /// <summary>Whether a profile, as the platform told it just now, or another account of the same person is this person. Guests, strangers, bots and deactivated accounts never are.</summary>
    public bool Is(Profile profile) => profile.Member && (Matches(profile) || profile.Elsewhere.Any(Is));

    private protected abstract bool Matches(Profile profile);

    /// <summary>By work address, lower case.</summary>
    public sealed record ByEmail(string Address) : PersonRef
    {
        /// <inheritdoc/>
        public override string ToString() => Address;

        private protected override bool Matches(Profile profile) =>
            !string.IsNullOrEmpty(profile.Email) && string.Equals(profile.Email, Address, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By account: Slack's <c>U…</c>, or Entra's object id (lower-case guid).</summary>
    public sealed record ByAccount(PlatformKind Platform, string User) : PersonRef
    {
        /// <inheritdoc/>
        public override string ToString() => $"{(Platform == PlatformKind.Slack ? "slack" : "teams")}:{User}";

        private protected override bool Matches(Profile profile) => Names(profile.Account);

        /// <summary>Whether it is this account.</summary>
        public bool Names(Account account) => account.Platform == Platform && User.Length > 0
            && string.Equals(account.User, User, Platform == PlatformKind.Teams ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
