using IntroBot.Conversation;

namespace IntroBot.Slack.Receiving;

/// <summary>Who acted, in which workspace, and the ways back to them. All of it comes from the signed payload.</summary>
internal sealed record Presser(Account Account, string Workspace, ChannelRef? Where, string? TriggerId, string? ResponseUrl)
{
    /// <summary>The person behind an interaction; null when the payload names nobody. The workspace's lookup order is that of docs.slack.dev, organization-ready apps.</summary>
    public static Presser? Of(Interaction payload)
    {
        var enterprise = payload.Enterprise?.Id;
        var workspace = First(
            OfOne(payload.View?.AppInstalledTeamId, enterprise), OfOne(payload.Team?.Id, enterprise), OfOne(payload.View?.TeamId, enterprise), OfOne(payload.User?.TeamId, enterprise), enterprise);
        if (workspace is null || payload.User?.Id is not { Length: > 0 } user)
        {
            return null;
        }

        var channel = First(payload.Channel?.Id, payload.Container?.ChannelId);
        return new Presser(
            new Account(PlatformKind.Slack, Organisation(payload.User.TeamId, enterprise, workspace), user),
            workspace,
            channel is null ? null : new ChannelRef(PlatformKind.Slack, channel),
            payload.TriggerId,
            payload.ResponseUrl);
    }

    /// <summary>The organisation somebody belongs to: their own workspace where the payload tells it; people of the app's own Enterprise organisation belong to the workspace they act in.</summary>
    public static string Organisation(string? own, string? enterprise, string workspace) =>
        string.IsNullOrEmpty(own) || own == enterprise ? workspace : own;

    public Turn Says(Said said, params ReadOnlySpan<string> request) => new(Account, Workspace, string.Join('|', request!), said, Where);

    /// <summary>An organisation-wide installation gives the organisation's id where a workspace's is expected.</summary>
    private static string? OfOne(string? id, string? enterprise) => id == enterprise ? null : id;

    private static string? First(params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (!string.IsNullOrEmpty(id))
            {
                return id;
            }
        }

        return null;
    }
}
