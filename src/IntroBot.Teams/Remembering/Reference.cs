using IntroBot.Conversation;

namespace IntroBot.Teams.Remembering;

/// <summary>A tenant: where its activities came from last.</summary>
internal sealed record TenantReference(string ServiceUrl);

/// <summary>
/// A person: their <c>29:…</c> id with this bot, the private chat while the app is there, where else they were last seen, and the language of their client.
/// <paramref name="Left"/> is when the app was taken away; what is older changes nothing.
/// </summary>
internal sealed record PersonReference(string ServiceUrl, string User, string? Personal = null, string? Seen = null, Language? Language = null, DateTimeOffset? Left = null)
{
    /// <summary>The person with a private chat, unless the app left it after that was said.</summary>
    public PersonReference In(string personal, DateTimeOffset? at) => Left is { } left && at <= left ? this : this with { Personal = personal, Left = null };

    /// <summary>The person without the app.</summary>
    public PersonReference Gone(DateTimeOffset at) => this with { Personal = null, Left = at };
}

/// <summary>A channel: the team it belongs to. <paramref name="Left"/> is when the app was taken away.</summary>
internal sealed record ChannelReference(string ServiceUrl, string? Team, DateTimeOffset? Left = null);
