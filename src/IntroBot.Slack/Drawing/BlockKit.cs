using System.Text.Json.Serialization;

namespace IntroBot.Slack.Drawing;

/// <summary>A text object; only these two exist.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlainText), "plain_text")]
[JsonDerivedType(typeof(Mrkdwn), "mrkdwn")]
internal abstract record TextObject(string Text);

/// <summary>Text that nothing is read into, emoji codes included.</summary>
internal sealed record PlainText(string Text) : TextObject(Text)
{
    public bool Emoji { get; }
}

/// <summary>Escaped text with our own mentions; Slack parses nothing else into it.</summary>
internal sealed record Mrkdwn(string Text) : TextObject(Text)
{
    public bool Verbatim { get; } = true;
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
internal abstract record Element(string ActionId);

internal sealed record ButtonElement(string ActionId, TextObject Text, string? Value, string? Style, ConfirmObject? Confirm, string? AccessibilityLabel = null) : Element(ActionId);

internal sealed record OverflowElement(string ActionId, IReadOnlyList<OptionObject> Options) : Element(ActionId);

internal sealed record SelectElement(
    string ActionId, TextObject? Placeholder, IReadOnlyList<OptionObject>? Options, IReadOnlyList<OptionGroupObject>? OptionGroups, OptionObject? InitialOption = null) : Element(ActionId);

internal sealed record RadioElement(string ActionId, IReadOnlyList<OptionObject> Options, OptionObject? InitialOption) : Element(ActionId);

internal sealed record TextInputElement(string ActionId, bool Multiline, int MaxLength, string? InitialValue, TextObject? Placeholder) : Element(ActionId);

internal sealed record OptionObject(TextObject Text, string Value);

internal sealed record OptionGroupObject(TextObject Label, IReadOnlyList<OptionObject> Options);

internal sealed record ConfirmObject(TextObject Title, TextObject Text, TextObject Confirm, TextObject Deny, string? Style);

/// <summary>A modal.</summary>
internal sealed record View(string CallbackId, TextObject Title, TextObject? Submit, TextObject Close, IReadOnlyList<Block> Blocks, string PrivateMetadata)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "modal";
}

/// <summary>A drawn card: <paramref name="Text"/> is what notifications show, escaped.</summary>
internal sealed record DrawnCard(string Text, IReadOnlyList<Block> Blocks);
