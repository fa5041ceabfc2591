using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Calling;

namespace IntroBot.Teams.Receiving;

/// <summary>Where something happens.</summary>
internal enum Surface
{
    /// <summary>Somebody's private chat with the bot.</summary>
    Personal,

    /// <summary>A group chat or a meeting's.</summary>
    Group,

    /// <summary>A team's channel.</summary>
    Channel,
}

/// <summary>An admitted activity: who acts, in which tenant, and where they can be answered. All of it comes from what the token vouches for.</summary>
internal sealed record Incoming(Activity Activity, string Tenant, Spot Spot, Surface Surface, string User, Account Account, Deadline Deadline)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The conversation without the thread.</summary>
    public string Root => RootOf(Spot.Conversation);

    /// <summary>The language to say something in without asking the program.</summary>
    public Language Language { get; init; } = Activity.Language ?? IntroBot.Conversation.Language.En;

    /// <summary>Who and where, from a checked activity; null when it names neither.</summary>
    public static Incoming? Of(Activity activity, Deadline deadline)
    {
        if (activity is not { Tenant: { } tenant, ServiceUrl: { } url, Conversation.Id: { Length: > 0 and <= 500 } conversation, From.Id: { Length: > 0 and <= 500 } user })
        {
            return null;
        }

        return new Incoming(activity, tenant, new Spot(ServiceUrls.Trim(url), tenant, conversation), SurfaceOf(activity.Conversation), user, AccountOf(activity.From, tenant), deadline);
    }

    /// <summary>The account of somebody the activity names.</summary>
    public Account AccountOf(Party party) => AccountOf(party, Tenant);

    public static string RootOf(string conversation) => conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and > 0 ? conversation[..at] : conversation;

    /// <summary>The root message a conversation names; null when it names none.</summary>
    public static string? RootIn(string conversation) => conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and > 0 ? conversation[(at + ThreadMark.Length)..] : null;

    /// <summary>The conversation of a channel's thread.</summary>
    public static string ThreadOf(string channel, string root) => $"{RootOf(channel)}{ThreadMark}{root}";

    /// <summary>The turn; <paramref name="request"/> is the same when Teams delivers it again.</summary>
    public Turn Says(Said said, params ReadOnlySpan<string?> request) =>
        new(Account, Tenant, string.Join('|', [Tenant, .. request!]), said, new ChannelRef(PlatformKind.Teams, Root));

    // The object id where Teams tells it, which it does for members; else the id it goes by with this bot.
    private static Account AccountOf(Party party, string tenant) => new(PlatformKind.Teams, tenant, Guid.TryParseExact(party.AadObjectId, "D", out var id) ? id.ToString("D") : party.Id ?? "");

    private static Surface SurfaceOf(Place place) => place switch
    {
        { ConversationType: "personal" } => Surface.Personal,
        { ConversationType: "channel" } => Surface.Channel,
        { ConversationType: "groupChat" } => Surface.Group,
        { Id: ['1', '9', ':', ..] id } => id.Contains("@thread.tacv2", StringComparison.Ordinal) ? Surface.Channel : Surface.Group,
        _ => Surface.Personal,
    };
}
