using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Playground.Teams.Cards;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>What a person filled into a card's inputs, by input id; Teams' client sends every value as a string and leaves empty ones out.</summary>
internal static class Filled
{
    /// <summary>What stands in the inputs an action carries: the card's own values, with these on top; null or nothing empties one.</summary>
    /// <exception cref="InvalidOperationException">The card has no such input.</exception>
    public static IReadOnlyDictionary<string, string> Values(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string?>? fields)
    {
        if (action.Text("associatedInputs") == "none")
        {
            return new Dictionary<string, string>();
        }

        var inputs = Inputs.Of(card, action).Select(input => input.Text("id")!).ToHashSet();
        var values = Inputs.Initially(card).Where(pair => inputs.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (name, value) in fields ?? new Dictionary<string, string?>())
        {
            if (!inputs.Contains(name))
            {
                throw new InvalidOperationException($"The card has no input {name}; it has {string.Join(", ", inputs)}.");
            }

            values.Remove(name);
            if (value is { Length: > 0 })
            {
                values[name] = value;
            }
        }

        return values;
    }

    /// <summary>What the client itself says beside fields before it sends anything.</summary>
    public static IReadOnlyDictionary<string, string> Errors(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string> values) =>
        action.Text("associatedInputs") == "none" ? new Dictionary<string, string>()
            : Inputs.Of(card, action).Where(input => !IsGood(input, values.GetValueOrDefault(input.Text("id")!)))
                .ToDictionary(input => input.Text("id")!, input => input.Text("errorMessage") ?? "This input is not valid.");

    /// <summary>The action's data with the inputs merged in.</summary>
    public static JsonNode? Data(JsonObject action, IReadOnlyDictionary<string, string> values)
    {
        var data = action.At("data")?.DeepClone();
        if (data is JsonValue && values.Count == 0)
        {
            return data;
        }

        var merged = data as JsonObject ?? [];
        foreach (var (name, value) in values)
        {
            merged[name] = value;
        }

        return merged;
    }

    private static bool IsGood(JsonObject input, string? value) => input.Text("type") switch
    {
        _ when value is null => input.Flag("isRequired") != true,
        "Input.Toggle" => input.Flag("isRequired") != true || value == (input.Text("valueOn") ?? "true"),
        "Input.Text" => value.Length <= (Number(input, "maxLength") ?? double.MaxValue) && (input.Text("regex") is not { } regex || Regex.IsMatch(value, regex, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))),
        "Input.ChoiceSet" => (input.Flag("isMultiSelect") == true ? value.Split(',') : [value]).All(choice => Inputs.Choices(input).Contains(choice)),
        "Input.Number" => double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= (Number(input, "min") ?? double.MinValue) && number <= (Number(input, "max") ?? double.MaxValue),
        "Input.Date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "Input.Time" => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static double? Number(JsonObject input, string name) => input[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
