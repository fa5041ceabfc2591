using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.State;

/// <summary>One emoji under a message and who put it there.</summary>
internal sealed record Reaction(string Name, ImmutableArray<string> Users);

/// <summary>A posted message, as it stood when it was read: later edits make another one with the same <see cref="Ts"/>.</summary>
internal sealed record Message(string Channel, string Ts, string User, string Text)
{
    public bool Bot { get; init; }
    public string? BlocksJson { get; init; }
    public bool Edited { get; init; }
    /// <summary>The one person who sees it; null when everybody in the channel does.</summary>
    public string? EphemeralTo { get; init; }
    public string? ThreadTs { get; init; }
    public string? MetadataJson { get; init; }
    public DateTimeOffset At { get; init; }
    public ImmutableArray<Reaction> Reactions { get; init; } = [];

    public JsonArray Blocks => BlocksJson is null ? [] : JsonNode.Parse(BlocksJson)!.AsArray();

    /// <summary>All words a person reads in it: the blocks', or the text where there are none.</summary>
    public string Shown => BlocksJson is null ? Text : Words.Of(Blocks);

    /// <summary>What Slack would act upon rather than print: mentions, links, broadcasts.</summary>
    public IReadOnlyList<string> LiveTokens => [.. Mrkdwn.Live(Text), .. Mrkdwn.Live(Blocks)];
}
