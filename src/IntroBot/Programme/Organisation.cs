using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>The Slack workspaces (<c>T…</c>) and Entra tenants (lower-case guids) that belong to the organisation. Everybody else is refused.</summary>
public sealed record Organisation(ImmutableArray<string> Slack, ImmutableArray<string> Teams)
{
    /// <summary>Whether a workspace or tenant, as the verified envelope names it, belongs to the organisation. An empty list names nobody.</summary>
    public bool Names(PlatformKind platform, string workspace) => platform switch
    {
        PlatformKind.Slack => Slack.Contains(workspace, StringComparer.Ordinal),
        PlatformKind.Teams => Teams.Contains(workspace, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>The workspaces or tenants on a platform.</summary>
    public ImmutableArray<string> Of(PlatformKind platform) => platform == PlatformKind.Slack ? Slack : Teams;

    /// <summary>The platforms the organisation is on.</summary>
    public IEnumerable<PlatformKind> Platforms => Enum.GetValues<PlatformKind>().Where(platform => !Of(platform).IsEmpty);

    /// <summary>Whether an account belongs to one of the organisation's workspaces or tenants.</summary>
    public bool Names(Account account) => Names(account.Platform, account.Organisation);
}
