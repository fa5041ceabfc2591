namespace IntroBot.Slack.Calling;

/// <summary>How a call is repeated.</summary>
internal enum Repeat
{
    /// <summary>Reading, or replacing with the same: as often as it takes, within reason.</summary>
    Freely,

    /// <summary>Somebody is waiting and the trigger lives for three seconds: at once or not at all.</summary>
    Briefly,

    /// <summary>Twice would be seen twice: never.</summary>
    Never,
}

/// <summary>A Web API method the program calls, with the bot scopes it needs (docs.slack.dev, reference/methods) and how it may be repeated.</summary>
internal sealed record Method(string Name, Repeat Repeat, params string[] Scopes)
{
    public static Method ChatPostMessage { get; } = new("chat.postMessage", Repeat.Never, "chat:write");

    public static Method ChatUpdate { get; } = new("chat.update", Repeat.Freely, "chat:write");

    public static Method ChatPostEphemeral { get; } = new("chat.postEphemeral", Repeat.Never, "chat:write");

    public static Method ViewsOpen { get; } = new("views.open", Repeat.Briefly);

    public static Method ViewsUpdate { get; } = new("views.update", Repeat.Freely);

    public static Method ViewsPublish { get; } = new("views.publish", Repeat.Freely);

    public static Method UsersInfo { get; } = new("users.info", Repeat.Freely, "users:read", "users:read.email");

    public static Method UsersLookupByEmail { get; } = new("users.lookupByEmail", Repeat.Freely, "users:read.email");

    public static Method AuthTest { get; } = new("auth.test", Repeat.Freely);

    /// <summary>All of them; the manifest asks for exactly their scopes and those of the events.</summary>
    public static IReadOnlyList<Method> All { get; } =
        [ChatPostMessage, ChatUpdate, ChatPostEphemeral, ViewsOpen, ViewsUpdate, ViewsPublish, UsersInfo, UsersLookupByEmail, AuthTest];
}
