using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Tests.Showing;

namespace IntroBot.Tests.Teams;

/// <summary>What the bot sends, compiled against the types of cards that Microsoft publishes for Teams (<c>@microsoft/teams.cards</c>), in both languages with the longest names, and held to Teams' limits.</summary>
public sealed class TeamsOwnTypes
{
    private const string Package = "@microsoft/teams.cards";

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public async Task Every_card_the_bot_can_send_is_one_of_Microsofts_and_fits(Language language)
    {
        var all = await EveryAdaptiveCard.In(language);

        Assert.Equal("", await TypeScript.Compile(Package, all.SelectMany(static sent => sent.Cards, static (sent, card) => new Sample(sent.Name, "IAdaptiveCard", card))));
        Assert.All(all, static sent => Assert.InRange(2 * sent.Cards.Sum(static card => card.Length), 1, sent.Most));
        Assert.Empty(all.SelectMany(static sent => sent.Cards, static (sent, card) => (sent.Name, Mistakes: Mistakes(JsonNode.Parse(card)!).ToList())).Where(static one => one.Mistakes.Count > 0).Select(static one => $"{one.Name}: {string.Join(", ", one.Mistakes)}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{language}: {all.Count} messages and dialogs, the largest {all.Max(static sent => 2 * sent.Cards.Sum(static card => card.Length))} bytes");
    }

    [Fact]
    public async Task A_card_that_is_not_Microsofts_is_found()
    {
        var said = await TypeScript.Compile(Package,
            new Sample("wrong-element", "IAdaptiveCard", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}"""),
            new Sample("wrong-property", "IAdaptiveCard", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","wraps":true}]}"""),
            new Sample("wrong-value", "IAdaptiveCard", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.ChoiceSet","id":"route","choices":[],"style":"radio"}]}"""));

        Assert.Contains("TextBlok", said, StringComparison.Ordinal);
        Assert.Contains("wraps", said, StringComparison.Ordinal);
        Assert.Contains("radio", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"body":[{"type":"Input.Text","id":"a"}]}""", "no label")]
    [InlineData("""{"body":[{"type":"Input.Text","id":"a","label":"A"},{"type":"Input.Text","id":"a","label":"B"}]}""", "twice")]
    [InlineData("""{"body":[{"type":"TextBlock","text":null}]}""", "null")]
    [InlineData("""{"body":[{"type":"ActionSet","actions":[{"title":"1"},{"title":"2"},{"title":"3"},{"title":"4"},{"title":"5"},{"title":"6"},{"title":"7"}]}]}""", "7 actions")]
    [InlineData("""{"body":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"1"}]}]}""", "no fallback")]
    public void A_card_that_Teams_would_not_take_is_found(string card, string mistake) => Assert.Contains(mistake, string.Join(' ', Mistakes(JsonNode.Parse(card)!)), StringComparison.Ordinal);

    private static IEnumerable<string> Mistakes(JsonNode card)
    {
        var objects = Objects(card).ToList();
        var inputs = objects.Where(static node => node["type"] is JsonValue type && ((string)type!).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        foreach (var input in inputs.Where(static input => string.IsNullOrWhiteSpace((string?)input["label"])))
        {
            yield return $"{input["id"]} has no label";
        }

        foreach (var id in inputs.GroupBy(static input => (string?)input["id"]).Where(static group => group.Count() > 1))
        {
            yield return $"{id.Key} stands twice";
        }

        var actions = objects.Sum(static node => node["actions"] is JsonArray array ? array.Count : 0);
        if (actions > 6)
        {
            yield return $"{actions} actions";
        }

        foreach (var execute in objects.Where(static node => (string?)(node["type"] as JsonValue) == "Action.Execute" && node["fallback"] is null))
        {
            yield return $"{execute["title"]} has no fallback";
        }

        foreach (var property in objects.SelectMany(static node => node).Where(static pair => pair.Value is null))
        {
            yield return $"{property.Key} is null";
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(static pair => pair.Value).SelectMany(Objects).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
