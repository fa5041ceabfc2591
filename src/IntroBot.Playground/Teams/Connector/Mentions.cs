using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Playground.Teams.Cards;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>Mentions: what stands between <c>&lt;at&gt;</c> and <c>&lt;/at&gt;</c> and the entities must say the same (msteams-docs, channel-and-group-conversations.md).</summary>
internal static partial class Mentions
{
    /// <returns>The ids of those mentioned.</returns>
    /// <exception cref="Refusal">400: a mention without its entity or the reverse, or of somebody who is not there.</exception>
    public static IEnumerable<string> InText(string text, JsonObject activity, Place place)
    {
        var entities = activity.At("entities") switch
        {
            null => [],
            JsonArray list => list.OfType<JsonObject>().ToArray() is var given && given.Length == list.Count ? given : throw Refusal.Syntax("An entity is no object."),
            _ => throw Refusal.Syntax("'entities' must be an array."),
        };
        if (entities.FirstOrDefault(entity => entity.Text("type") is not { } type || !(type is "mention" or "clientInfo" || type.StartsWith("https://schema.org/", StringComparison.Ordinal))) is { } strange)
        {
            throw Refusal.Argument($"Unknown entity type: {strange.Text("type")}");
        }

        return Matched(text, [.. entities.Where(entity => entity.Text("type") == "mention")], place.Members.Contains);
    }

    /// <summary>The same for a card's <c>msteams.entities</c>; there an Entra object id or a user principal name may stand for a person.</summary>
    public static IEnumerable<string> InCard(JsonNode? card, Place place)
    {
        var entities = card.At("msteams").At("entities") as JsonArray ?? [];
        return Matched(CardWords.Of(card), [.. entities.OfType<JsonObject>()], id => place.Members.Contains(id) || Guid.TryParse(id, out _) || (id.Contains('@', StringComparison.Ordinal) && !id.StartsWith("29:", StringComparison.Ordinal)));
    }

    private static string[] Matched(string text, JsonObject[] entities, Func<string, bool> isThere)
    {
        foreach (var entity in entities)
        {
            var (words, id, name) = (entity.Text("text"), entity.At("mentioned").Text("id"), entity.At("mentioned").Text("name"));
            var wrong = words is null || !Marks().IsMatch(words) || Marks().Match(words).Value != words ? "A mention's text must be <at>Name</at>."
                : !text.Contains(words, StringComparison.Ordinal) ? $"The mention {words} does not stand in the text."
                : string.IsNullOrEmpty(name) || id is null ? $"The mention {words} does not say who is mentioned."
                : !isThere(id) ? $"The mention {words} is of {id}, who is not in the roster."
                : null;
            if (wrong is not null)
            {
                throw Refusal.Argument(wrong);
            }
        }

        var alone = Marks().Matches(text).Select(match => match.Value).Except(entities.Select(entity => entity.Text("text")!)).FirstOrDefault();
        return alone is not null ? throw Refusal.Argument($"The mention {alone} has no entity.") : [.. entities.Select(entity => entity.At("mentioned").Text("id")!)];
    }

    [GeneratedRegex("<at>[^<>]+</at>", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
