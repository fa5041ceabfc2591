namespace IntroBot.Slack.Receiving;

/// <summary>The names on Slack's wire that the program answers to; the manifest declares exactly these.</summary>
internal static class Surface
{
    /// <summary>Slash commands, and the name a turn gives them.</summary>
    public static IReadOnlyDictionary<string, string> Commands { get; } = new Dictionary<string, string> { ["/introduce"] = "introduce", ["/intros"] = "intros" };

    /// <summary>Shortcuts by callback id, and where they appear.</summary>
    public static IReadOnlyDictionary<string, string> Shortcuts { get; } = new Dictionary<string, string> { ["introduce"] = "global", ["introduce_from_message"] = "message" };

    /// <summary>Subscribed events, and the bot scope each needs; empty when it needs none.</summary>
    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>
    {
        ["app_home_opened"] = "",
        ["app_mention"] = "app_mentions:read",
        ["app_uninstalled"] = "",
        ["message.im"] = "im:history",
        ["tokens_revoked"] = "",
        ["user_change"] = "users:read",
    };

    /// <summary>The scope of slash commands and shortcuts.</summary>
    public const string CommandScope = "commands";
}
