using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Drawing;

/// <summary>An Adaptive Card (adaptivecards.io, schema 1.5, which is what Teams draws).</summary>
internal sealed record AdaptiveCard(IReadOnlyList<Element> Body, string? FallbackText = null, string? Speak = null, string? Lang = null, TeamsPart? Msteams = null)
{
    [JsonPropertyOrder(-3)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-2)]
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "https://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";
}

/// <summary>What Teams adds to a card: whom it mentions.</summary>
internal sealed record TeamsPart(IReadOnlyList<MentionEntity> Entities);

/// <summary>A mention; <paramref name="Text"/> stands in the text letter for letter.</summary>
internal sealed record MentionEntity(string Text, MentionedId Mentioned)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "mention";
}

internal sealed record MentionedId(string Id, string Name);

/// <summary>An element of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
internal abstract record Element
{
    public bool? Separator { get; init; }

    public string? Spacing { get; init; }
}

/// <summary>Markdown. Only our own words and mentions stand here, escaped.</summary>
internal sealed record TextBlock(string Text, string? Style = null, string? Size = null, string? Weight = null, bool? IsSubtle = null) : Element
{
    public bool Wrap { get; } = true;
}

/// <summary>Text as it is: nothing is read into its runs.</summary>
internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : Element;

internal sealed record TextRun(string Text, string? Size = null, string? Weight = null, bool? Italic = null, bool? IsSubtle = null, string? Color = null)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";
}

internal sealed record Container(IReadOnlyList<Element> Items, string? Style = null) : Element;

internal sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element;

internal sealed record InputText(
    string Id, string Label, bool? IsRequired, string? ErrorMessage, bool? IsMultiline, int? MaxLength, string? Placeholder, string? Value) : Element;

internal sealed record InputChoiceSet(
    string Id, string Label, bool? IsRequired, string? ErrorMessage, string Style, IReadOnlyList<InputChoice> Choices, string? Value) : Element
{
    public bool Wrap { get; } = true;
}

internal sealed record InputDate(string Id, string Label, string? Value) : Element;

internal sealed record InputChoice(string Title, string Value);

/// <summary>Something to press.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
internal abstract record CardAction(string Title)
{
    public string? Style { get; init; }

    public string? AssociatedInputs { get; init; }
}

/// <summary>A press answered in place; clients that do not know it send its fallback.</summary>
internal sealed record Execute(string Title, string Verb, ActionData Data, CardAction Fallback) : CardAction(Title);

/// <summary>A press that comes as a message, or opens a dialog.</summary>
internal sealed record Submit(string Title, ActionData Data) : CardAction(Title);

/// <summary>Cards as JSON.</summary>
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJson : JsonSerializerContext
{
    public static CardJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
