using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Cards;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>What the bot wants to say, checked as the Connector checks it.</summary>
internal sealed record Draft(string Text, string TextFormat, string? AttachmentsJson, ImmutableArray<string> Mentions)
{
    private static readonly string[] Known =
    [
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "channelId", "serviceUrl", "from", "recipient", "conversation", "replyToId", "text", "textFormat", "attachments",
        "attachmentLayout", "summary", "entities", "channelData", "locale", "importance", "deliveryMode", "suggestedActions", "inputHint", "speak",
    ];

    private static readonly string[] CardTypes =
        [AdaptiveCard.ContentType, "application/vnd.microsoft.card.hero", "application/vnd.microsoft.card.thumbnail", "image/png", "image/jpeg", "image/gif"];

    public bool IsTyping { get; private init; }
    public string? Summary { get; private init; }
    public bool Alert { get; private init; }

    /// <summary>A text and cards in one activity become two messages, and no id comes back.</summary>
    public bool IsSplit => Text.Length > 0 && AttachmentsJson is not null;

    /// <exception cref="Refusal">400 for what is malformed, 413 for what is too big.</exception>
    public static Draft Of(Call call, JsonObject activity, Place place)
    {
        Envelope(call, activity, place);
        if (activity.Text("type") == "typing")
        {
            return new("", "plain", null, []) { IsTyping = true };
        }

        var attachments = Attachments(activity, call.Options.Limits, place);
        var text = Field(activity, "text")?.Trim() ?? "";
        if (text.Length == 0 && attachments is null)
        {
            throw Refusal.Syntax("Activity must include non empty 'text' field or at least 1 attachment.");
        }

        var format = Field(activity, "textFormat") ?? "markdown";
        return new(text, format is "plain" or "markdown" or "xml" ? format : throw Refusal.Argument($"Unknown textFormat: {format}"), attachments?.ToJsonString(),
            [.. Connector.Mentions.InText(text, activity, place), .. (attachments ?? []).SelectMany(attachment => Connector.Mentions.InCard(attachment.At("content"), place))])
        {
            Summary = Field(activity, "summary"),
            Alert = activity.At("channelData").At("notification").Flag("alert") ?? false,
        };
    }

    /// <summary>A post with these contents.</summary>
    public Post On(Post post) => post with { Text = Text, TextFormat = TextFormat, AttachmentsJson = AttachmentsJson, Mentions = Mentions, Summary = Summary, Alert = Alert };

    private static void Envelope(Call call, JsonObject activity, Place place)
    {
        var pictures = activity.All().OfType<JsonValue>().Sum(value => value.TryGetValue(out string? text) && text.StartsWith("data:image/", StringComparison.Ordinal) ? 2 * text.Length : 0);
        if (activity.Size() - pictures > call.Options.Limits.MessageSize)
        {
            throw new Refusal(413, "MessageSizeTooBig", "The message is too big.");
        }

        var wrong = activity.Select(pair => pair.Key).Except(Known).Select(name => $"Unknown property: {name}").FirstOrDefault()
            ?? (activity.Text("type") is not ("message" or "typing") ? $"A bot cannot send the activity type {activity.Text("type") ?? "(none)"}." : null)
            ?? (activity.At("from") is { } from && from.Text("id") != call.Options.BotId ? "'from' is not the bot." : null)
            ?? (activity.At("conversation") is { } conversation && conversation.Text("id") is { } id && id != place.Id ? "'conversation' is not the one in the address." : null)
            ?? (activity.Text("channelId") is { } channel and not "msteams" ? $"Unknown channelId: {channel}" : null)
            ?? (activity.At("recipient").At("isTargeted") is not null ? "Targeted messages are not enabled for this app." : null)
            ?? (activity.Text("attachmentLayout") is { } layout and not ("list" or "carousel") ? $"Unknown attachmentLayout: {layout}" : null);
        if (wrong is not null)
        {
            throw Refusal.Argument(wrong);
        }
    }

    private static string? Field(JsonObject activity, string name) =>
        !activity.ContainsKey(name) ? null : activity.Text(name) ?? throw Refusal.Syntax($"'{name}' must be a string.");

    private static JsonArray? Attachments(JsonObject activity, TeamsLimits limits, Place place)
    {
        if (!activity.TryGetPropertyValue("attachments", out var given))
        {
            return null;
        }

        var list = given as JsonArray ?? throw Refusal.Syntax("'attachments' must be an array.");
        foreach (var attachment in list)
        {
            Check(attachment, limits, place);
        }

        return list.Count switch
        {
            0 => null,
            > 10 => throw Refusal.Argument("A message holds at most 10 attachments."),
            _ => list,
        };
    }

    private static void Check(JsonNode? attachment, TeamsLimits limits, Place place)
    {
        var type = attachment.Text("contentType");
        if (!CardTypes.Contains(type))
        {
            throw Refusal.Argument($"Unknown attachment type: {type}");
        }

        if (attachment.At("content") is null && attachment.Text("contentUrl") is null)
        {
            throw Refusal.Syntax("An attachment needs its 'content'.");
        }

        if (type == AdaptiveCard.ContentType && AdaptiveCard.Findings(attachment.At("content"), limits, place.Members.Count) is { Count: > 0 } findings)
        {
            throw Refusal.Argument("The Adaptive Card is not valid: " + string.Join("; ", findings));
        }
    }
}
