using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>
/// What Teams would act upon in a text rather than print: mentions, links, pictures; in a message also bare addresses and tags. In a card only TextBlocks and facts are Markdown
/// (learn.microsoft.com, "Format text in cards").
/// </summary>
internal static partial class Markdown
{
    public static IEnumerable<string> InMessage(string text, string format) => format switch
    {
        "plain" => Marks().Matches(text).Select(match => match.Value),
        "xml" => Tags().Matches(text).Select(match => match.Value),
        _ => Live(text).Concat(Bare().Matches(Escaped().Replace(text, " ")).Select(match => match.Value)),
    };

    public static IEnumerable<string> InCard(JsonNode? card) => card.Objects().SelectMany(part => part.Text("type") == "TextBlock"
        ? Live(part.Text("text") ?? "")
        : (part.At("facts") as JsonArray ?? []).SelectMany(fact => Live(fact.Text("title") ?? "").Concat(Live(fact.Text("value") ?? ""))));

    private static IEnumerable<string> Live(string text) => Links().Matches(Escaped().Replace(text, " ")).Select(match => match.Value);

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"!?\[[^\[\]]*\]\([^()]*\)|<at>[^<>]*</at>|<[a-z]+:[^<>\s]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"(https?://|www\.)[^\s<>()]+|</?[a-z][^<>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex("<at>[^<>]*</at>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
