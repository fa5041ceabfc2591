using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>How often a method may be called in a workspace (docs.slack.dev, "Rate limits").</summary>
internal enum Tier
{
    Two,
    Three,
    Four,
    Special,
}

/// <summary>
/// One method of the Web API as its reference page describes it. <c>Scope</c> is the bot scope it needs, null for none or when it depends on the conversation;
/// an argument neither required nor optional is refused, so that a misspelt one is found.
/// </summary>
internal sealed record ApiMethod(string Name, Tier Tier, string? Scope, string[] Required, string[] Optional, Func<Call, JsonObject> Run)
{
    /// <summary>False for the reading methods, which take a query or a form.</summary>
    public bool TakesJson { get; init; } = true;

    public static IReadOnlyDictionary<string, ApiMethod> All { get; } =
        new[] { Chat.Methods, Modals.Methods, Conversations.Methods, Users.Methods, Small.Methods }.SelectMany(methods => methods).ToDictionary(method => method.Name);

    public int PerMinute(Limits limits) => Tier switch
    {
        Tier.Two => limits.Tier2PerMinute,
        Tier.Three => limits.Tier3PerMinute,
        Tier.Four => limits.Tier4PerMinute,
        _ => limits.SpecialPerMinute,
    };
}
