using IntroBot.Playground.Teams.State;
using static IntroBot.Playground.Teams.Cards.Rules;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>What can be pressed in a card.</summary>
internal static class Actions
{
    private static readonly string[] Handled = ["task/fetch", "messageBack", "imBack", "signin", "invoke"];

    /// <summary>A button.</summary>
    public static void Any(Spot spot)
    {
        if (!Shapes.TryGetValue(spot.Type, out var shape))
        {
            spot.Fail($"there is no action '{spot.Type}'");
            return;
        }

        spot.Is(shape);
        if (string.IsNullOrWhiteSpace(spot.Node.Text("title")) && spot.Node.Text("iconUrl") is null)
        {
            spot.Fail("a button needs a 'title'");
        }

        InTeams(spot);
    }

    /// <summary>What happens when an element is touched: anything but showing a card.</summary>
    public static void OnTouch(Spot spot)
    {
        if (spot.Type == "Action.ShowCard" || !Shapes.TryGetValue(spot.Type, out var shape))
        {
            spot.Fail($"'{spot.Type}' cannot stand here");
            return;
        }

        spot.Is(shape);
        InTeams(spot);
    }

    public static void Execute(Spot spot) => spot.Is(Shapes["Action.Execute"]);

    private static Dictionary<string, Shape> Shapes { get; } = new[]
    {
        Common("Action.Execute", "1.4", "type").With(("verb", Text), ("data", Data), ("associatedInputs", OneOf("auto", "none"))),
        Common("Action.Submit", "1.0", "type").With(("data", Data), ("associatedInputs", Since("1.3", OneOf("auto", "none")))),
        Common("Action.OpenUrl", "1.0", "type", "url").With(("url", Link)),
        Common("Action.ShowCard", "1.0", "type", "card").With(("card", AdaptiveCard.Nested)),
        Common("Action.ToggleVisibility", "1.2", "type", "targetElements").With(("targetElements", List(Either(Text, Shaped(() => new("TargetElement", "1.2", new Dictionary<string, Rule>
        {
            ["elementId"] = Filled, ["isVisible"] = Flag,
        }, "elementId"))), 1))),
    }.ToDictionary(shape => shape.Name);

    private static Shape Common(string name, string since, params string[] required) => new(name, since, new Dictionary<string, Rule>
    {
        ["type"] = Text,
        ["id"] = Id,
        ["title"] = Text,
        ["iconUrl"] = Since("1.1", Picture),
        ["style"] = Since("1.2", OneOf("default", "positive", "destructive")),
        ["fallback"] = Since("1.2", Either(OneOf("drop", "Action.Submit"), Any)),
        ["requires"] = Since("1.2", Rules.Object),
        ["tooltip"] = Since("1.5", Text),
        ["isEnabled"] = Since("1.5", Flag),
        ["mode"] = Since("1.5", OneOf("primary", "secondary")),
        ["msTeams"] = Rules.Object,
        ["msteams"] = Rules.Object,
    }, required);

    private static void InTeams(Spot spot)
    {
        if (spot.Node.At("data").At("msteams") is { } teams && teams.Text("type") is { } type && !Handled.Contains(type))
        {
            spot.Fail($"Teams does not handle data.msteams.type '{type}'");
        }
    }
}
