using System.Text.Json;
using IntroBot.Conversation;

namespace IntroBot.Teams.Drawing;

/// <summary>Draws a <see cref="Card"/> as Adaptive Cards: one, unless it has more than six things to press, when a list goes on in the next. What is too large for a message is shortened.</summary>
internal static class CardDrawing
{
    private static readonly int[] Lengths = [Limits.Text, 600, 150];

    public static IReadOnlyList<AdaptiveCard> Draw(Card card, Mentions mentions)
    {
        foreach (var length in Lengths)
        {
            if (Draw(card, mentions, length) is var drawn && Size(drawn) <= Limits.MessageBytes)
            {
                return drawn;
            }
        }

        return Draw(card with { Parts = [.. card.Parts.Take(card.Parts.Length / 2), new Part.Aside(Line.Of("…"))] }, mentions);
    }

    /// <summary>The size of cards in bytes of UTF-16, as Teams counts.</summary>
    public static int Size(IEnumerable<AdaptiveCard> cards) => cards.Sum(static card => 2 * JsonSerializer.Serialize(card, CardJson.Wire.AdaptiveCard).Length);

    private static List<AdaptiveCard> Draw(Card card, Mentions mentions, int max)
    {
        var bodies = new List<List<Element>> { new() };
        var room = Limits.Actions;
        foreach (var section in Sections(card))
        {
            var elements = Elements(section, mentions, card.Language, max);
            var actions = elements.OfType<ActionSet>().Sum(static set => set.Actions.Count);
            if (actions > room && bodies[^1].Count > 0 && elements.Count > 0)
            {
                bodies.Add([]);
                room = Limits.Actions;
                elements[0] = elements[0] with { Separator = null };
            }

            room -= actions;
            bodies[^1].AddRange(elements);
        }

        var summary = Fit.Text(card.Summary.ToString(), Limits.Summary);
        return [.. bodies.Select(body => new AdaptiveCard(body, summary, Speak(summary), Lang(card.Language), mentions.Within(body) is { Count: > 0 } entities ? new TeamsPart(entities) : null))];
    }

    /// <summary>The parts up to and with each set of buttons, which stay together.</summary>
    private static IEnumerable<List<Part>> Sections(Card card)
    {
        var section = new List<Part>();
        foreach (var part in card.Parts)
        {
            section.Add(part);
            if (part is Part.Actions)
            {
                yield return section;
                section = [];
            }
        }

        if (section.Count > 0)
        {
            yield return section;
        }
    }

    /// <summary>A section's elements; a divider is a rule above what follows it.</summary>
    private static List<Element> Elements(IEnumerable<Part> section, Mentions mentions, Language language, int max)
    {
        var elements = new List<Element>();
        bool? ruled = null;
        foreach (var part in section)
        {
            foreach (var element in part is Part.Divider ? [] : Elements(part, mentions, language, max))
            {
                elements.Add(ruled is null ? element : element with { Separator = ruled, Spacing = "Medium" });
                ruled = null;
            }

            ruled = part is Part.Divider ? true : ruled;
        }

        return elements;
    }

    private static IEnumerable<Element> Elements(Part part, Mentions mentions, Language language, int max) => part switch
    {
        Part.Heading heading => [new TextBlock(Markdown.Escape(Fit.Text(heading.Text, Limits.Heading)), "heading", "Medium", "Bolder")],
        Part.Paragraph paragraph => [Lines.Draw(paragraph.Line, mentions, max)],
        Part.Facts facts => facts.Values.Select((fact, i) => Lines.Labelled(fact.Label, fact.Value, language, max) with { Spacing = i == 0 ? null : "Small" }),
        Part.Quote quote => [new Container([Lines.Draw(quote.Line, mentions, max, new Look(Italic: true))], "emphasis")],
        Part.Aside aside => [Lines.Draw(aside.Line, mentions, max, new Look("Small", IsSubtle: true))],
        Part.Actions actions => [new ActionSet(Buttons.Draw(actions, language))],
        _ => throw new InvalidOperationException("unknown part"),
    };

    /// <summary>Spoken text may be read as SSML, so nothing in it may look like a tag.</summary>
    private static string Speak(string text) => text.Replace('<', '‹').Replace('>', '›').Replace("&", "+", StringComparison.Ordinal);

    public static string Lang(Language language) => language == Language.Fr ? "fr" : "en";
}
