using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Conversation;

namespace IntroBot.Teams.Receiving;

/// <summary>
/// What a button of ours carries and brings back: routing, never permission. <paramref name="Nonce"/> marks a form, and is its request's id; <paramref name="Confirm"/> is the question a press is
/// asked once, <paramref name="Label"/> the button's own words for it, <paramref name="Sure"/> the answer. <paramref name="Options"/> are
/// further steps a dialog offers, <paramref name="Open"/> a press on one of them.
/// </summary>
internal sealed record ActionData(
    string? Step, string? Introduction = null, string? Value = null, bool? Menu = null, string? Nonce = null, string? Confirm = null, string? Label = null, bool? Sure = null,
    IReadOnlyList<OfferedStep>? Options = null, bool? Open = null, Routing? Msteams = null)
{
    private const string IdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly ImmutableHashSet<string> Own = ["step", "introduction", "value", "menu", "nonce", "confirm", "label", "sure", "options", "open", "msteams", "verb", "type"];

    /// <summary>The introduction it routes to, or null when it names none.</summary>
    [JsonIgnore]
    public IntroductionId? Id => Introduction is { Length: 26 } id && id.All(IdAlphabet.Contains) ? new IntroductionId(id) : null;

    /// <summary>Reads what came back; null when no step of ours is in it.</summary>
    public static ActionData? Read(JsonElement? data, string? verb = null)
    {
        var step = Payload.Text(data, "step") ?? verb;
        return step is not { Length: > 0 and <= 60 } ? null : new ActionData(
            step, Payload.Text(data, "introduction"), Payload.Text(data, "value"), Is(data, "menu"), Nonced(data), Payload.Text(data, "confirm"), Payload.Text(data, "label"), Is(data, "sure"), Offered(data), Is(data, "open"));
    }

    /// <summary>The filled inputs by name; empty ones are absent.</summary>
    public static ImmutableDictionary<string, string> Inputs(JsonElement? data)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        if (data is { ValueKind: JsonValueKind.Object } filled)
        {
            foreach (var input in filled.EnumerateObject().Where(static input => !Own.Contains(input.Name)))
            {
                if (Payload.Text(input.Value) is { Length: > 0 } value)
                {
                    values[input.Name] = value;
                }
            }
        }

        return values.ToImmutable();
    }

    /// <summary>What a press says.</summary>
    public Said.Pressed Press() => new(Step!, Id, Id is null && !string.IsNullOrEmpty(Value) ? Value : null, Menu == true);

    private static OfferedStep[]? Offered(JsonElement? data) => Payload.At(data, "options") is { ValueKind: JsonValueKind.Array } options
        ? [.. options.EnumerateArray().Select(static option => (Step: Payload.Text(option, "step"), Label: Payload.Text(option, "label"))).Where(static option => option is { Step.Length: > 0 and <= 60, Label.Length: > 0 })
            .Select(static option => new OfferedStep(option.Step!, option.Label!))]
        : null;

    private static bool? Is(JsonElement? data, string name) => Payload.At(data, name) is { ValueKind: JsonValueKind.True } ? true : null;

    private static string? Nonced(JsonElement? data) => Payload.Text(data, "nonce") is { Length: > 0 and <= 64 } nonce ? nonce : null;
}

/// <summary>A step and what its button says.</summary>
internal sealed record OfferedStep(string Step, string Label);

/// <summary>What Teams itself reads in a button's data.</summary>
internal sealed record Routing(string Type)
{
    /// <summary>Opens a dialog.</summary>
    public static Routing Fetch { get; } = new("task/fetch");
}
