using System.Text.Json.Serialization;

namespace IntroBot.Slack.Drawing;

/// <summary>A text object: plain text, which nothing is read into, or escaped mrkdwn with our own mentions, into which Slack parses nothing else.</summary>
internal sealed record TextObject
{
    private TextObject(string type, string text, bool? emoji, bool? verbatim) => (Type, Text, Emoji, Verbatim) = (type, text, emoji, verbatim);

    public string Type { get; }

    public string Text { get; }

    public bool? Emoji { get; }

    public bool? Verbatim { get; }

    public static TextObject Plain(string text) => new("plain_text", text, false, null);

    public static TextObject Marked(string text) => new("mrkdwn", text, null, true);
}

/// <summary>A block of a message or a view (docs.slack.dev, reference/block-kit/blocks).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record Block
{
    public string? BlockId { get; init; }
}

internal sealed record HeaderBlock(TextObject Text) : Block;

internal sealed record SectionBlock(TextObject? Text = null, IReadOnlyList<TextObject>? Fields = null) : Block;

internal sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : Block;

internal sealed record DividerBlock : Block;

internal sealed record ActionsBlock(IReadOnlyList<Element> Elements) : Block;

internal sealed record InputBlock(TextObject Label, Element Element, bool Optional, TextObject? Hint = null, bool? DispatchAction = null) : Block;

/// <summary>An interactive element (docs.slack.dev, reference/block-kit/block-elements).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(OverflowElement), "overflow")]
[JsonDerivedType(typeof(SelectElement), "static_select")]
[JsonDerivedType(typeof(RadioElement), "radio_buttons")]
[JsonDerivedType(typeof(TextInputElement), "plain_text_input")]
[JsonDerivedType(typeof(DateElement), "datepicker")]
internal abstract record Element(string ActionId);

internal sealed record ButtonElement(string ActionId, TextObject Text, string? Value, string? Style, ConfirmObject? Confirm, string? AccessibilityLabel = null) : Element(ActionId);

internal sealed record OverflowElement(string ActionId, IReadOnlyList<OptionObject> Options) : Element(ActionId);

internal sealed record SelectElement(
    string ActionId, TextObject? Placeholder, IReadOnlyList<OptionObject>? Options, IReadOnlyList<OptionGroupObject>? OptionGroups, OptionObject? InitialOption = null) : Element(ActionId);

internal sealed record RadioElement(string ActionId, IReadOnlyList<OptionObject> Options, OptionObject? InitialOption) : Element(ActionId);

internal sealed record TextInputElement(string ActionId, bool Multiline, int MaxLength, string? InitialValue, TextObject? Placeholder) : Element(ActionId);

internal sealed record DateElement(string ActionId, string? InitialDate) : Element(ActionId);

internal sealed record OptionObject(TextObject Text, string Value);

internal sealed record OptionGroupObject(TextObject Label, IReadOnlyList<OptionObject> Options);

internal sealed record ConfirmObject(TextObject Title, TextObject Text, TextObject Confirm, TextObject Deny, string? Style);

/// <summary>A modal.</summary>
internal sealed record View(string CallbackId, TextObject Title, TextObject? Submit, TextObject Close, IReadOnlyList<Block> Blocks, string PrivateMetadata)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "modal";
}

/// <summary>A Home tab.</summary>
internal sealed record HomeView(IReadOnlyList<Block> Blocks)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "home";
}

/// <summary>A drawn card: <paramref name="Text"/> is what notifications show, escaped.</summary>
internal sealed record DrawnCard(string Text, IReadOnlyList<Block> Blocks);
