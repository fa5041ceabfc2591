using System.Collections.Immutable;

namespace IntroBot.Playground.Slack;

/// <summary>How the small Slack is installed and how strict it is; the defaults are Slack's.</summary>
internal sealed record SlackOptions
{
    public string SigningSecret { get; init; } = "playground-signing-secret";
    public string BotToken { get; init; } = "xoxb-playground";
    public string AppId { get; init; } = "A0INTRO";
    public string BotUser { get; init; } = "U0INTRO";
    public string BotId { get; init; } = "B0INTRO";
    public string BotName { get; init; } = "IntroBot";
    /// <summary>Where this Slack is reached; the Web API is at <c>api/</c> below it, response_urls at <c>response/</c>.</summary>
    public Uri Address { get; init; } = new("https://slack.playground.test/");
    /// <summary>Where the bot is reached.</summary>
    public Uri Bot { get; init; } = new("https://bot.playground.test/");
    /// <summary>What the app's manifest asks for, and no more.</summary>
    public ImmutableSortedSet<string> Scopes { get; init; } = ["app_mentions:read", "chat:write", "commands", "im:history", "users:read", "users:read.email"];
    /// <summary>The events the manifest subscribes to; an event also needs its scope.</summary>
    public ImmutableHashSet<string> Events { get; init; } = ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked", "user_change"];
    public ImmutableArray<string> Commands { get; init; } = ["/introduce", "/intros"];
    public Limits Limits { get; init; } = new();
    /// <summary>How long the bot has to answer a command, an interaction or an event.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(3);
    /// <summary>How long a trigger_id opens a view.</summary>
    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);
    /// <summary>Slack tells the bot of its own direct messages too (message.im with bot_id).</summary>
    public bool EchoesOwnMessages { get; init; } = true;
    public bool HomeTab { get; init; } = true;
    public int KeepsCalls { get; init; } = 20_000;
}

/// <summary>Posting limits and method tiers; the per-minute figures are Slack's published floors, bursts are this Slack's own.</summary>
internal sealed record Limits
{
    public int PostsPerChannelBurst { get; init; } = 3;
    public double PostsPerChannelPerSecond { get; init; } = 1;
    public int PostsPerMinute { get; init; } = 300;
    public int Tier2PerMinute { get; init; } = 20;
    public int Tier3PerMinute { get; init; } = 50;
    public int Tier4PerMinute { get; init; } = 100;
    public int SpecialPerMinute { get; init; } = 600;
    public static Limits None { get; } = new()
    {
        PostsPerChannelBurst = int.MaxValue,
        PostsPerMinute = int.MaxValue,
        Tier2PerMinute = int.MaxValue,
        Tier3PerMinute = int.MaxValue,
        Tier4PerMinute = int.MaxValue,
        SpecialPerMinute = int.MaxValue,
    };
}
