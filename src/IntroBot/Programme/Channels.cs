using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>Where something is posted: a Slack channel, a Teams channel, or both; never neither in a programme that was read from a file.</summary>
public sealed record Channels(ChannelRef? Slack, ChannelRef? Teams)
{
    /// <summary>The channels there are, Slack's first.</summary>
    public IEnumerable<ChannelRef> All => new[] { Slack, Teams }.OfType<ChannelRef>();

    /// <summary>The channel on a platform, or null.</summary>
    public ChannelRef? On(PlatformKind platform) => platform == PlatformKind.Slack ? Slack : Teams;
}
