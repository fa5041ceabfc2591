using IntroBot.Conversation;

namespace IntroBot.Teams.Drawing;

/// <summary>A card as plain text, where Teams shows nothing else.</summary>
internal static class Flat
{
    public static string Text(Card card) => Fit.Text(string.Join("\n", card.Parts.SelectMany(part => Lines(part, card.Language)).DefaultIfEmpty(card.Summary.ToString())), Limits.Text);

    private static IEnumerable<string> Lines(Part part, Language language) => part switch
    {
        Part.Heading heading => [heading.Text],
        Part.Paragraph paragraph => [paragraph.Line.ToString()],
        Part.Quote quote => [quote.Line.ToString()],
        Part.Aside aside => [aside.Line.ToString()],
        Part.Facts facts => facts.Values.Select(fact => fact.Label + Phrases.In(language).Text(nameof(Words.Colon)) + fact.Value),
        _ => [],
    };
}
