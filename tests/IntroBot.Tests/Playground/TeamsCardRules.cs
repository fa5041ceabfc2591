using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Cards;

namespace IntroBot.Tests.Playground;

/// <summary>Which Adaptive Cards Teams takes: each good one, and each with one mistake in it.</summary>
public sealed class TeamsCardRules
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["nothing in it"] = Card(""),
        ["texts"] = Card("""{"type":"TextBlock","text":"Ada","wrap":true,"weight":"Bolder","size":"Large","style":"heading","color":"accent"}"""),
        ["rich texts"] = Card("""{"type":"RichTextBlock","inlines":["plain",{"type":"TextRun","text":"strong","weight":"bolder"}]}"""),
        ["a column set"] = Card("""{"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"a"}]},{"type":"Column","width":2,"items":[]}]}"""),
        ["facts"] = Card("""{"type":"FactSet","facts":[{"title":"Code","value":"AB12"}]}"""),
        ["a picture"] = Card("""{"type":"Image","url":"data:image/png;base64,AAAA","altText":"a face","size":"small"}"""),
        ["a table"] = Card("""{"type":"Table","columns":[{"width":1},{"width":"80px"}],"rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"a"}]}]}]}"""),
        ["every input"] = Card("""
            {"type":"Input.Text","id":"a","label":"A","isRequired":true,"errorMessage":"A please","maxLength":80,"style":"email","value":"x"},
            {"type":"Input.Number","id":"b","min":1,"max":5,"value":3},{"type":"Input.Date","id":"c","value":"2026-11-23"},{"type":"Input.Time","id":"d"},
            {"type":"Input.Toggle","id":"e","title":"E","value":"false"},
            {"type":"Input.ChoiceSet","id":"f","choices":[{"title":"One","value":"1"},{"title":"Two","value":"2"}],"value":"2","style":"expanded"},
            {"type":"Input.ChoiceSet","id":"g","isMultiSelect":true,"choices":[{"title":"One","value":"1"},{"title":"Two","value":"2"}],"value":"1,2"}
            """),
        ["an action set with a fallback"] = Card("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Go","verb":"go","fallback":"Action.Submit","msTeams":{"feedback":{"hide":true}}}]}"""),
        ["an element with a fallback"] = Card("""{"type":"TextBlock","text":"a","fallback":{"type":"TextBlock","text":"b"}},{"type":"TextBlock","text":"c","fallback":"drop"}"""),
        ["a dialog button"] = Card("", """{"type":"Action.Submit","title":"Open","data":{"step":"introduce","msteams":{"type":"task/fetch"}}}"""),
        ["six actions"] = Card("", Many(6)),
        ["a refresh for sixty"] = Card("", more: $$$""","refresh":{"action":{"type":"Action.Execute","verb":"refresh"},"userIds":[{{{Users(60)}}}]}"""),
        ["an older version"] = """{"type":"AdaptiveCard","version":"1.2","body":[{"type":"TextBlock","text":"a"}]}""",
    };

    private static readonly Dictionary<string, (string Json, string Finding)> Bad = new()
    {
        ["no object"] = ("[]", "card: must be an object"),
        ["another type"] = ("""{"type":"Card","version":"1.5"}""", "card.type: must be one of AdaptiveCard"),
        ["no type"] = ("""{"version":"1.5"}""", "card: 'type' is required"),
        ["no version"] = ("""{"type":"AdaptiveCard"}""", "card: 'version' is required"),
        ["a version that is none"] = ("""{"type":"AdaptiveCard","version":"newest"}""", "card: 'newest' is no version"),
        ["a newer version"] = ("""{"type":"AdaptiveCard","version":"1.6"}""", "card: version 1.6 is newer than what Teams draws, 1.5"),
        ["a null"] = ("""{"type":"AdaptiveCard","version":"1.5","body":null}""", "card.body: must not be null"),
        ["a misspelt property"] = (Card("", more: ",\"bodi\":[]"), "card: 'bodi' is not known here"),
        ["an unknown element"] = (Card("""{"type":"Heading","text":"a"}"""), "card.body[0]: there is no element 'Heading'"),
        ["an action as an element"] = (Card("""{"type":"Action.Submit","title":"a"}"""), "card.body[0]: there is no element 'Action.Submit'"),
        ["an element as an action"] = (Card("", """{"type":"TextBlock","text":"a"}"""), "card.actions[0]: there is no action 'TextBlock'"),
        ["an action of Outlook's"] = (Card("", """{"type":"Action.Http","title":"a"}"""), "card.actions[0]: there is no action 'Action.Http'"),
        ["no text"] = (Card("""{"type":"TextBlock"}"""), "card.body[0]: 'text' is required"),
        ["a number for a text"] = (Card("""{"type":"TextBlock","text":1}"""), "card.body[0].text: must be a string"),
        ["a text for a flag"] = (Card("""{"type":"TextBlock","text":"a","wrap":"true"}"""), "card.body[0].wrap: must be true or false"),
        ["an unknown colour"] = (Card("""{"type":"TextBlock","text":"a","color":"red"}"""), "card.body[0].color: must be one of default, dark, light, accent, good, warning, attention"),
        ["an unknown size"] = (Card("""{"type":"TextBlock","text":"a","size":"huge"}"""), "card.body[0].size: must be one of default, small, medium, large, extraLarge"),
        ["a fact without value"] = (Card("""{"type":"FactSet","facts":[{"title":"a"}]}"""), "card.body[0].facts[0]: 'value' is required"),
        ["no facts"] = (Card("""{"type":"FactSet","facts":[]}"""), "card.body[0].facts: must hold at least 1"),
        ["a script for a picture"] = (Card("""{"type":"Image","url":"javascript:alert(1)"}"""), "card.body[0].url: must be an address by https, http, data"),
        ["a script for a link"] = (Card("", """{"type":"Action.OpenUrl","title":"a","url":"javascript:alert(1)"}"""), "card.actions[0].url: must be an address by https, http, mailto"),
        ["no url"] = (Card("", """{"type":"Action.OpenUrl","title":"a"}"""), "card.actions[0]: 'url' is required"),
        ["a button without title"] = (Card("", """{"type":"Action.Execute","verb":"a"}"""), "card.actions[0]: a button needs a 'title'"),
        ["an input without id"] = (Card("""{"type":"Input.Text"}"""), "card.body[0]: 'id' is required"),
        ["an id twice"] = (Card("""{"type":"Input.Text","id":"a"},{"type":"Input.Date","id":"a"}"""), "card.body[1].id: the id 'a' stands at card.body[0].id already"),
        ["no choices"] = (Card("""{"type":"Input.ChoiceSet","id":"a","choices":[]}"""), "card.body[0].choices: must hold at least 1"),
        ["a choice without value"] = (Card("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"a"}]}"""), "card.body[0].choices[0]: 'value' is required"),
        ["a choice twice"] = (Card("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"a","value":"1"},{"title":"b","value":"1"}]}"""), "card.body[0]: the choice '1' stands twice"),
        ["a value that is no choice"] = (Card("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"a","value":"1"}],"value":"2"}"""), "card.body[0]: its value '2' is none of its choices"),
        ["a toggle without title"] = (Card("""{"type":"Input.Toggle","id":"a"}"""), "card.body[0]: 'title' is required"),
        ["a toggle with a boolean"] = (Card("""{"type":"Input.Toggle","id":"a","title":"A","value":false}"""), "card.body[0].value: must be a string"),
        ["no length"] = (Card("""{"type":"Input.Text","id":"a","maxLength":0}"""), "card.body[0].maxLength: must be a whole number from 1"),
        ["a button of a kind Teams does not know"] = (Card("", """{"type":"Action.Submit","title":"a","data":{"msteams":{"type":"task/open"}}}"""), "card.actions[0]: Teams does not handle data.msteams.type 'task/open'"),
        ["a card shown on touch"] = (Card("", more: ",\"selectAction\":{\"type\":\"Action.ShowCard\",\"card\":{\"type\":\"AdaptiveCard\"}}"), "card.selectAction: 'Action.ShowCard' cannot stand here"),
        ["seven actions"] = (Card("", Many(7)), "card: holds 7 actions, at most 6 are allowed"),
        ["seven actions in two places"] = (Card($$"""{"type":"ActionSet","actions":[{{Many(3)}}]}""", Many(4)), "card: holds 7 actions, at most 6 are allowed"),
        ["a refresh for sixty-one"] = (Card("", more: $$$""","refresh":{"action":{"type":"Action.Execute","verb":"refresh"},"userIds":[{{{Users(61)}}}]}"""), "card.refresh: names 61 people, at most 60 are allowed"),
        ["a refresh without action"] = (Card("", more: ",\"refresh\":{\"userIds\":[]}"), "card.refresh: 'action' is required"),
        ["Execute too early"] = ("""{"type":"AdaptiveCard","version":"1.3","actions":[{"type":"Action.Execute","title":"a"}]}""", "card.actions[0]: Action.Execute needs version 1.4, the card says 1.3"),
        ["a table too early"] = ("""{"type":"AdaptiveCard","version":"1.4","body":[{"type":"Table"}]}""", "card.body[0]: Table needs version 1.5, the card says 1.4"),
        ["a label too early"] = ("""{"type":"AdaptiveCard","version":"1.2","body":[{"type":"Input.Text","id":"a","label":"A"}]}""", "card.body[0].label: label needs version 1.3, the card says 1.2"),
        ["a row without cells"] = (Card("""{"type":"Table","rows":[{"type":"TableRow"}]}"""), "card.body[0].rows[0]: 'cells' is required"),
    };

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public void A_good_card_is_taken(string name) => Assert.Empty(AdaptiveCard.Findings(JsonNode.Parse(Good[name]), new()));

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_mistake_in_a_card_is_found_and_nothing_else(string name) =>
        Assert.Equal([Bad[name].Finding], AdaptiveCard.Findings(JsonNode.Parse(Bad[name].Json), new()));

    [Fact]
    public void The_words_of_a_card_are_what_people_read() =>
        Assert.Equal("Ada\nstrong\nCode\nAB12\nReason\nToo early\nClaim", CardWords.Of(JsonNode.Parse(Card(
            """
            {"type":"TextBlock","text":"Ada"},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"strong"}]},{"type":"FactSet","facts":[{"title":"Code","value":"AB12"}]},
            {"type":"Input.ChoiceSet","id":"r","label":"Reason","choices":[{"title":"Too early","value":"early"}]}
            """,
            """{"type":"Action.Execute","title":"Claim","verb":"claim","data":{"title":"hidden","text":"hidden"}}"""))));

    [Theory]
    [InlineData("plain words, a_b *c* [d] (e)", 0)]
    [InlineData("[click](https://evil.test)", 1)]
    [InlineData(@"\[click\](https\://evil.test)", 0)]
    [InlineData(@"\\[click](x)", 1)]
    [InlineData("![face](https://evil.test/p.png)", 1)]
    [InlineData("<at>Everyone</at>", 1)]
    [InlineData("<https://evil.test>", 1)]
    public void What_a_card_would_act_upon_is_found(string text, int tokens)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text };
        Assert.Equal(tokens, Markdown.InCard(block).Count());
        Assert.Equal(tokens, Markdown.InCard(new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray(new JsonObject { ["title"] = "a", ["value"] = text }) }).Count());
        Assert.Empty(Markdown.InCard(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }) }));
    }

    [Theory]
    [InlineData("see https://a.test/x", "markdown", 1)]
    [InlineData("<b>bold</b>", "markdown", 2)]
    [InlineData("<b>bold</b> https://a.test", "plain", 0)]
    [InlineData("<at>Ada</at>", "plain", 1)]
    [InlineData(@"see https\://a.test/x", "markdown", 0)]
    public void What_a_message_would_act_upon_is_found(string text, string format, int tokens) => Assert.Equal(tokens, Markdown.InMessage(text, format).Count());

    private static string Card(string body, string actions = "", string more = "") => $$"""{"type":"AdaptiveCard","version":"1.5","body":[{{body}}],"actions":[{{actions}}]{{more}}}""";

    private static string Many(int actions) => string.Join(',', Enumerable.Range(0, actions).Select(i => $$"""{"type":"Action.Submit","title":"a{{i}}"}"""));

    private static string Users(int people) => string.Join(',', Enumerable.Range(0, people).Select(i => $"\"29:{i}\""));
}
