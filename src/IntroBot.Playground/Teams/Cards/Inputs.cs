using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using static IntroBot.Playground.Teams.Cards.Rules;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>What can be filled in.</summary>
internal static class Inputs
{
    public static Dictionary<string, Shape> Shapes { get; } = new[]
    {
        Common("Input.Text").With(
            ("isMultiline", Flag), ("maxLength", Whole(1)), ("placeholder", Text), ("regex", Since("1.3", Text)), ("style", OneOf("text", "tel", "url", "email", "password")),
            ("inlineAction", Since("1.2", Actions.OnTouch)), ("value", Text)),
        Common("Input.Number").With(("min", Number), ("max", Number), ("placeholder", Text), ("value", Number)),
        Common("Input.Date").With(("min", Text), ("max", Text), ("placeholder", Text), ("value", Text)),
        Common("Input.Time").With(("min", Text), ("max", Text), ("placeholder", Text), ("value", Text)),
        Common("Input.Toggle", "title").With(("title", Text), ("value", Text), ("valueOff", Text), ("valueOn", Text), ("wrap", Since("1.2", Flag))),
        Common("Input.ChoiceSet", "choices").With(
            ("choices", List(Shaped(() => new("Input.Choice", "1.0", new Dictionary<string, Rule> { ["title"] = Filled, ["value"] = Filled }, "title", "value")), 1)),
            ("isMultiSelect", Flag), ("style", OneOf("compact", "expanded", "filtered")), ("value", Text), ("placeholder", Text), ("wrap", Since("1.2", Flag))),
    }.ToDictionary(shape => shape.Name);

    /// <summary>The inputs of a card in order; those inside an Action.ShowCard only where <paramref name="pressed"/> is in it too.</summary>
    public static IEnumerable<JsonObject> Of(JsonNode card, JsonNode? pressed = null) =>
        card.Objects().Where(node => Shapes.ContainsKey(node.Text("type") ?? "") && Hidden(node, card).All(inner => pressed is not null && inner.All().Contains(pressed)));

    /// <summary>What stands in the inputs as the card comes, by id; nothing for an empty one.</summary>
    public static IReadOnlyDictionary<string, string> Initially(JsonNode card) =>
        Of(card).Select(input => (Id: input.Text("id")!, Value: Initial(input))).Where(input => input.Value is { Length: > 0 }).ToDictionary(input => input.Id, input => input.Value!);

    /// <summary>The values of a menu's choices.</summary>
    public static IEnumerable<string?> Choices(JsonNode input) => (input.At("choices") as JsonArray ?? []).Select(choice => choice.Text("value"));

    /// <summary>Reports a menu whose value is none of its choices.</summary>
    public static void Check(Spot spot)
    {
        if (spot.Type != "Input.ChoiceSet")
        {
            return;
        }

        var choices = Choices(spot.Node!).ToArray();
        var values = spot.Node.Text("value") is not { Length: > 0 } value ? [] : spot.Node.Flag("isMultiSelect") == true ? value.Split(',') : [value];
        foreach (var wrong in values.Where(wrong => !choices.Contains(wrong)))
        {
            spot.Fail($"its value '{wrong}' is none of its choices");
        }

        foreach (var twice in choices.GroupBy(choice => choice).Where(group => group.Count() > 1))
        {
            spot.Fail($"the choice '{twice.Key}' stands twice");
        }
    }

    private static Shape Common(string name, params string[] required) => Elements.Common(name, "1.0", ["type", "id", .. required]).With(
        ("label", Since("1.3", Text)), ("isRequired", Since("1.3", Flag)), ("errorMessage", Since("1.3", Text)));

    private static string? Initial(JsonObject input) => input.Text("type") switch
    {
        "Input.Toggle" => input.Text("value") ?? input.Text("valueOff") ?? "false",
        "Input.Number" => input.At("value")?.ToJsonString(),
        _ => input.Text("value"),
    };

    private static IEnumerable<JsonObject> Hidden(JsonNode node, JsonNode card)
    {
        for (var above = node.Parent; above is not null && above != card; above = above.Parent)
        {
            if (above is JsonObject holder && holder.Text("type") == "Action.ShowCard")
            {
                yield return holder;
            }
        }
    }
}
