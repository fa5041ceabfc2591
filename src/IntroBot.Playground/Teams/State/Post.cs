using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Cards;

namespace IntroBot.Playground.Teams.State;

/// <summary>Something somebody thinks of a post: <c>like</c>, <c>heart</c>, …</summary>
internal sealed record Reaction(string Type, string By);

/// <summary>A post in a chat or channel, as it stood when it was read: later edits make another one with the same <see cref="Id"/>.</summary>
internal sealed record Post(string Thread, string Id, string From, string Text)
{
    /// <summary>The post whose thread this is in, itself where it began one; null in chats.</summary>
    public string? Root { get; init; }
    public bool Bot { get; init; }
    public string TextFormat { get; init; } = "markdown";
    public string? AttachmentsJson { get; init; }
    public string? Summary { get; init; }
    /// <summary>Whether it shows up in the activity feed (<c>channelData.notification.alert</c>).</summary>
    public bool Alert { get; init; }
    public bool Edited { get; init; }
    /// <summary>Taken back; the thread below it stays.</summary>
    public bool Deleted { get; init; }
    public DateTimeOffset At { get; init; }
    /// <summary>The ids of those it mentions, from the text and from its cards.</summary>
    public ImmutableArray<string> Mentions { get; init; } = [];
    public ImmutableArray<Reaction> Reactions { get; init; } = [];

    /// <summary>The conversation's id on the wire.</summary>
    public string Conversation => Root is null ? Thread : $"{Thread};messageid={Root}";

    public bool StartsThread => Root == Id;

    public JsonArray Attachments => AttachmentsJson is null ? [] : JsonNode.Parse(AttachmentsJson)!.AsArray();

    /// <summary>The cards in it; none for a mere text.</summary>
    public IEnumerable<JsonObject> Cards => Attachments.Where(attachment => attachment.Text("contentType") == AdaptiveCard.ContentType).Select(attachment => attachment.At("content")).OfType<JsonObject>();

    /// <summary>The first card in it; null for a mere text.</summary>
    public JsonObject? Card => Cards.FirstOrDefault();

    /// <summary>All words a person reads in it, one text to a line.</summary>
    public string Shown => string.Join('\n', Attachments.Select(attachment => CardWords.Of(attachment.At("content"))).Prepend(Text).Where(words => words.Length > 0));

    /// <summary>What Teams would act upon in it rather than print: mentions, links, pictures, tags.</summary>
    public IReadOnlyList<string> LiveTokens => [.. Markdown.InMessage(Text, TextFormat), .. Attachments.SelectMany(attachment => Markdown.InCard(attachment.At("content")))];
}
