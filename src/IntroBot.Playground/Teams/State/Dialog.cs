using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Cards;

namespace IntroBot.Playground.Teams.State;

/// <summary>An open dialog of one person, or the message it ended with. Where it came from a message extension, <c>Command</c> is that command.</summary>
internal sealed record Dialog(string Id, string Person, string Conversation, string Title)
{
    /// <summary>null where it shows only a text.</summary>
    public string? CardJson { get; init; }
    public string Text { get; init; } = "";
    public string? Command { get; init; }
    public string? Context { get; init; }
    public string? PayloadJson { get; init; }
    /// <summary>The errors the client itself shows beside fields, by input id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    public JsonObject? Card => CardJson is null ? null : JsonNode.Parse(CardJson)!.AsObject();

    /// <summary>What stands in its inputs as it opens, by input id.</summary>
    public IReadOnlyDictionary<string, string> Values => Card is { } card ? Inputs.Initially(card) : new Dictionary<string, string>();

    public string Shown => Card is { } card ? CardWords.Of(card) : Text;
}

/// <summary>A card that a message extension put into somebody's compose box, or shows them before the bot posts it.</summary>
internal sealed record Composed(string Person, string Conversation, string Command, string Context, string AttachmentsJson)
{
    /// <summary>Whether it is a preview of what the bot itself will post.</summary>
    public bool IsPreview { get; init; }
    public JsonArray Attachments => JsonNode.Parse(AttachmentsJson)!.AsArray();
}
