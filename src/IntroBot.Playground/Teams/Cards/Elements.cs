using IntroBot.Playground.Teams.State;
using static IntroBot.Playground.Teams.Cards.Rules;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>What a card shows.</summary>
internal static class Elements
{
    public static Rule Vertical { get; } = OneOf("top", "center", "bottom");
    private static Rule Horizontal { get; } = OneOf("left", "center", "right");
    private static Rule Colour { get; } = OneOf("default", "dark", "light", "accent", "good", "warning", "attention");
    private static Rule ContainerStyle { get; } = OneOf("default", "emphasis", "good", "attention", "warning", "accent");

    public static Rule Background { get; } = Either(Picture, Shaped(() => new("backgroundImage", "1.2", new Dictionary<string, Rule>
    {
        ["url"] = Picture,
        ["fillMode"] = OneOf("cover", "repeatHorizontally", "repeatVertically", "repeat"),
        ["horizontalAlignment"] = Horizontal,
        ["verticalAlignment"] = Vertical,
    }, "url")));

    /// <summary>What every element may have.</summary>
    public static Shape Common(string name, string since, params string[] required) => new(name, since, new Dictionary<string, Rule>
    {
        ["type"] = Text,
        ["id"] = Id,
        ["isVisible"] = Since("1.2", Flag),
        ["spacing"] = OneOf("default", "none", "small", "medium", "large", "extraLarge", "padding"),
        ["separator"] = Flag,
        ["height"] = Since("1.1", OneOf("auto", "stretch")),
        ["fallback"] = Since("1.2", Either(OneOf("drop"), Any)),
        ["requires"] = Since("1.2", Rules.Object),
    }, required);

    /// <summary>Any element, by its type.</summary>
    public static void Any(Spot spot)
    {
        if (Shapes.TryGetValue(spot.Type, out var shape) || Inputs.Shapes.TryGetValue(spot.Type, out shape))
        {
            spot.Is(shape);
            Inputs.Check(spot);
        }
        else
        {
            spot.Fail($"there is no element '{spot.Type}'");
        }
    }

    private static Shape Run { get; } = new("TextRun", "1.2", new Dictionary<string, Rule>
    {
        ["type"] = OneOf("TextRun"),
        ["text"] = Text,
        ["color"] = Colour,
        ["fontType"] = OneOf("default", "monospace"),
        ["highlight"] = Flag,
        ["isSubtle"] = Flag,
        ["italic"] = Flag,
        ["strikethrough"] = Flag,
        ["underline"] = Since("1.3", Flag),
        ["size"] = OneOf("default", "small", "medium", "large", "extraLarge"),
        ["weight"] = OneOf("default", "lighter", "bolder"),
        ["selectAction"] = Actions.OnTouch,
    }, "type", "text");

    private static Shape Image { get; } = Common("Image", "1.0", "type", "url").With(
        ("url", Picture), ("altText", Text), ("backgroundColor", Text), ("height", Either(OneOf("auto", "stretch"), Pixels)), ("horizontalAlignment", Horizontal), ("width", Pixels),
        ("selectAction", Since("1.1", Actions.OnTouch)), ("size", OneOf("auto", "stretch", "small", "medium", "large")), ("style", OneOf("default", "person")), ("msTeams", Rules.Object));

    private static Shape Column { get; } = Common("Column", "1.0").With(
        ("type", OneOf("Column")), ("items", List(Any)), ("width", Either(Whole(0), Text)), ("style", ContainerStyle), ("selectAction", Since("1.1", Actions.OnTouch)),
        ("verticalContentAlignment", Since("1.1", Vertical)), ("bleed", Since("1.2", Flag)), ("minHeight", Since("1.2", Pixels)), ("backgroundImage", Since("1.2", Background)), ("rtl", Since("1.5", Flag)));

    private static Shape Cell { get; } = Common("TableCell", "1.5", "type", "items").With(
        ("type", OneOf("TableCell")), ("items", List(Any)), ("style", ContainerStyle), ("selectAction", Actions.OnTouch), ("verticalContentAlignment", Vertical), ("bleed", Flag), ("minHeight", Pixels),
        ("backgroundImage", Background), ("rtl", Flag));

    private static Shape Row { get; } = Common("TableRow", "1.5", "type", "cells").With(
        ("type", OneOf("TableRow")), ("cells", List(Shaped(() => Cell), 1)), ("style", ContainerStyle), ("horizontalCellContentAlignment", Horizontal), ("verticalCellContentAlignment", Vertical));

    private static Dictionary<string, Shape> Shapes { get; } = new[]
    {
        Common("TextBlock", "1.0", "type", "text").With(
            ("text", Text), ("color", Colour), ("fontType", Since("1.2", OneOf("default", "monospace"))), ("horizontalAlignment", Horizontal), ("isSubtle", Flag), ("maxLines", Whole(1)),
            ("size", OneOf("default", "small", "medium", "large", "extraLarge")), ("weight", OneOf("default", "lighter", "bolder")), ("wrap", Flag),
            ("style", Since("1.5", OneOf("default", "heading", "columnHeader")))),
        Common("RichTextBlock", "1.2", "type", "inlines").With(("inlines", List(Either(Text, Shaped(() => Run)))), ("horizontalAlignment", Horizontal)),
        Image,
        Common("ImageSet", "1.0", "type", "images").With(("images", List(Shaped(() => Image), 1)), ("imageSize", OneOf("auto", "stretch", "small", "medium", "large"))),
        Common("Media", "1.1", "type", "sources").With(
            ("sources", List(Shaped(() => new("MediaSource", "1.1", new Dictionary<string, Rule> { ["url"] = Link, ["mimeType"] = Filled }, "url")), 1)), ("poster", Picture), ("altText", Text)),
        Common("Container", "1.0", "type", "items").With(
            ("items", List(Any)), ("selectAction", Since("1.1", Actions.OnTouch)), ("style", ContainerStyle), ("verticalContentAlignment", Since("1.1", Vertical)), ("bleed", Since("1.2", Flag)),
            ("backgroundImage", Since("1.2", Background)), ("minHeight", Since("1.2", Pixels)), ("rtl", Since("1.5", Flag))),
        Common("ColumnSet", "1.0", "type").With(
            ("columns", List(Shaped(() => Column))), ("selectAction", Since("1.1", Actions.OnTouch)), ("style", Since("1.2", ContainerStyle)), ("bleed", Since("1.2", Flag)), ("minHeight", Since("1.2", Pixels)),
            ("horizontalAlignment", Horizontal)),
        Common("FactSet", "1.0", "type", "facts").With(
            ("facts", List(Shaped(() => new("Fact", "1.0", new Dictionary<string, Rule> { ["title"] = Text, ["value"] = Text }, "title", "value")), 1))),
        Common("ActionSet", "1.2", "type", "actions").With(("actions", List(Actions.Any, 1))),
        Common("Table", "1.5", "type").With(
            ("columns", List(Shaped(() => new("TableColumnDefinition", "1.5", new Dictionary<string, Rule>
            {
                ["type"] = Text, ["width"] = Either(Whole(0), Pixels), ["horizontalCellContentAlignment"] = Horizontal, ["verticalCellContentAlignment"] = Vertical,
            })))),
            ("rows", List(Shaped(() => Row))), ("firstRowAsHeader", Flag), ("showGridLines", Flag), ("gridStyle", ContainerStyle), ("horizontalCellContentAlignment", Horizontal),
            ("verticalCellContentAlignment", Vertical)),
    }.ToDictionary(shape => shape.Name);
}
