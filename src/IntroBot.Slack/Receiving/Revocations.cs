using IntroBot.Slack.Calling;

namespace IntroBot.Slack.Receiving;

/// <summary>The app was removed or its bot token revoked: nothing more is sent, until Slack takes the token again.</summary>
internal sealed class Revocations(Installation installation)
{
    /// <summary>Stops sending when <paramref name="workspace"/> is the token's own.</summary>
    public void Uninstalled(string? workspace)
    {
        if (installation.Identity is null || installation.Identity.Workspace == workspace)
        {
            installation.Stop("account_inactive");
        }
    }
}
