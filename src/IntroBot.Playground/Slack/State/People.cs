using System.Collections.Immutable;

namespace IntroBot.Playground.Slack.State;

/// <summary>A Slack workspace (team), named by its T-id.</summary>
internal sealed record Team(string Id, string Name, string Domain);

/// <summary>Somebody of a workspace, as <c>users.info</c> would tell of them.</summary>
internal sealed record Person(string Id, string TeamId, string Name, string Email)
{
    /// <summary>What the demo says this person does; the wire never carries it.</summary>
    public string Role { get; init; } = "employee";
    public string Locale { get; init; } = "en-US";
    public string Zone { get; init; } = "Europe/Paris";
    public bool IsRestricted { get; init; }
    public bool IsUltraRestricted { get; init; }
    /// <summary>From another organisation, met in a shared channel only.</summary>
    public bool IsStranger { get; init; }
    public bool Deleted { get; init; }
    public bool IsBot { get; init; }
    public string Username => Email.Split('@')[0];
}

/// <summary>A conversation: a channel, or the direct messages of the bot with <see cref="With"/>.</summary>
internal sealed record Channel(string Id, string TeamId, string Name)
{
    public ImmutableHashSet<string> Members { get; init; } = [];
    public bool Private { get; init; }
    public bool Archived { get; init; }
    public bool ExtShared { get; init; }
    public string? With { get; init; }
    public bool IsDirect => With is not null;

    /// <summary>The name that slash commands and interactions carry.</summary>
    public string WireName => IsDirect ? "directmessage" : Private ? "privategroup" : Name;
}
