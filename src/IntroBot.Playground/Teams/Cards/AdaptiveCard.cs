using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using static IntroBot.Playground.Teams.Cards.Rules;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>
/// Adaptive Cards as strict as Teams, or stricter: version 1.5 at most, known elements and properties only, nothing null, ids once, and as many actions as a store app may have
/// (adaptivecards.io/explorer; learn.microsoft.com, "Cards reference", "Universal Actions").
/// </summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    private const int RefreshedFor = 60;
    private static readonly Version Newest = new(1, 5);

    /// <summary>What is wrong with a card that goes to a conversation of so many people; empty when nothing is.</summary>
    public static IReadOnlyList<string> Findings(JsonNode? card, TeamsLimits limits, int people = 1)
    {
        var inspection = new Inspection { People = people };
        if (card is not JsonObject given)
        {
            return ["card: must be an object"];
        }

        if (card.FirstNull() is { } path)
        {
            return [$"card{path}: must not be null"];
        }

        var root = new Spot(card, "card", inspection);
        Versioned(root);
        root.Is(Root);
        var actions = given.Objects().Where(node => node.At("actions") is JsonArray).Sum(node => node["actions"]!.AsArray().Count);
        if (actions > limits.ActionsPerCard)
        {
            root.Fail(string.Create(CultureInfo.InvariantCulture, $"holds {actions} actions, at most {limits.ActionsPerCard} are allowed"));
        }

        return inspection.Findings;
    }

    /// <summary>A card inside a card: Action.ShowCard's.</summary>
    public static void Nested(Spot spot) => spot.Is(Root with { Required = ["type"] });

    private static Shape Root { get; } = new("AdaptiveCard", "1.0", new Dictionary<string, Rule>
    {
        ["type"] = OneOf("AdaptiveCard"),
        ["version"] = Filled,
        ["$schema"] = Text,
        ["body"] = List(Elements.Any),
        ["actions"] = List(Actions.Any),
        ["selectAction"] = Since("1.1", Actions.OnTouch),
        ["fallbackText"] = Text,
        ["speak"] = Text,
        ["lang"] = Text,
        ["minHeight"] = Since("1.2", Pixels),
        ["verticalContentAlignment"] = Since("1.1", Elements.Vertical),
        ["backgroundImage"] = Elements.Background,
        ["rtl"] = Since("1.5", Flag),
        ["refresh"] = Since("1.4", Refresh),
        ["metadata"] = Shaped(() => new("metadata", "1.5", new Dictionary<string, Rule> { ["webUrl"] = Link })),
        ["msteams"] = Shaped(() => new("msteams", "1.0", new Dictionary<string, Rule> { ["width"] = OneOf("Full"), ["entities"] = List(Rules.Object) })),
    }, "type", "version");

    private static void Versioned(Spot card)
    {
        if (!card.Node!.AsObject().ContainsKey("version"))
        {
            return;
        }

        if (!Version.TryParse(card.Node.Text("version"), out var version) || version.Major != 1)
        {
            card.Fail($"'{card.Node.Text("version")}' is no version");
        }
        else if (version > Newest)
        {
            card.Fail($"version {version} is newer than what Teams draws, {Newest}");
        }
        else
        {
            card.Inspection.Version = version;
        }
    }

    private static void Refresh(Spot spot)
    {
        spot.Is(new("refresh", "1.4", new Dictionary<string, Rule> { ["action"] = Actions.Execute, ["userIds"] = List(Filled), ["expires"] = Text }, "action"));
        var named = spot.Node.At("userIds") as JsonArray;
        if (named?.Count > RefreshedFor)
        {
            spot.Fail($"names {named.Count} people, at most {RefreshedFor} are allowed");
        }
    }
}
