using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Proving;

/// <summary>What a good token does not settle: that the activity is the one it vouches for, from a channel its key signs for, from a tenant the programme names, answered where Teams lives.</summary>
internal sealed class Admittance(Programme programme, ServiceUrls allowed)
{
    private const string Channel = "msteams";

    /// <summary>Why an activity is refused; null when it is not.</summary>
    public string? Refusal(Activity activity, Proof proof)
    {
        if (proof.IsSigned)
        {
            if (activity.ChannelId != Channel || !proof.Endorsements.Contains(Channel))
            {
                return "the key is not endorsed for the channel";
            }

            if (proof.ServiceUrl is not { Length: > 0 } proven || activity.ServiceUrl is not { Length: > 0 } claimed
                || !string.Equals(ServiceUrls.Trim(proven), ServiceUrls.Trim(claimed), StringComparison.OrdinalIgnoreCase))
            {
                return "the service URL is not the token's";
            }
        }

        return !allowed.Allows(activity.ServiceUrl) ? "the service URL is not one of Teams'"
            : activity.Tenant is not { } tenant || !programme.Organisation.Names(PlatformKind.Teams, tenant) ? "the programme does not name the tenant"
            : null;
    }
}
