using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>Draws a <see cref="Card"/> as blocks.</summary>
internal static class CardBlocks
{
    public static DrawnCard Draw(Card card) => new(Mark.Summary(card.Summary), Blocks(card, Limits.MessageBlocks));

    /// <summary>The card as somebody's Home tab, which holds more.</summary>
    public static HomeView Home(Card card) => new(Blocks(card, Limits.ViewBlocks));

    private static List<Block> Blocks(Card card, int most)
    {
        var blocks = card.Parts.SelectMany(part => Blocks(part, card.Language)).ToList();
        return blocks.Count <= most ? blocks : [.. blocks.Take(most - 1), More];
    }

    private static ContextBlock More { get; } = new([TextObject.Plain("…")]);

    private static IEnumerable<Block> Blocks(Part part, Language language) => part switch
    {
        Part.Heading heading => [new HeaderBlock(Fit.Plain(heading.Text, Limits.Header))],
        Part.Paragraph paragraph => [new SectionBlock(Mark.Text(paragraph.Line, Limits.Text))],
        Part.Facts facts => Facts(facts),
        Part.Quote quote => [new SectionBlock(Mark.Quote(quote.Line, Limits.Text))],
        Part.Aside aside => [new ContextBlock([Mark.Text(aside.Line, Limits.FieldText)])],
        Part.Divider => [new DividerBlock()],
        Part.Actions actions => Actions(actions, language),
        _ => throw new InvalidOperationException("unknown part"),
    };

    private static IEnumerable<Block> Facts(Part.Facts facts) =>
        facts.Values.Chunk(Limits.Fields).Select(static chunk => new SectionBlock(Fields: [.. chunk.Select(static fact => Mark.Labelled(fact.Label, fact.Value, Limits.FieldText))]));

    private static IEnumerable<Block> Actions(Part.Actions actions, Language language)
    {
        var elements = actions.Buttons.Select((button, i) => Button(actions, i, language)).ToList<Element>();
        if (actions.More is { Options.Length: > 0 } menu)
        {
            elements.Add(Menu(menu, actions.Introduction));
        }

        return elements.Chunk(Limits.Elements).Select(static chunk => new ActionsBlock(chunk));
    }

    private static ButtonElement Button(Part.Actions actions, int at, Language language)
    {
        var button = actions.Buttons[at];
        var earlier = actions.Buttons.Take(at).Count(other => other.Step == button.Step);
        var label = Fit.Plain(button.Label, Limits.ButtonText);
        return new ButtonElement(
            ActionId.Of(button.Step, earlier),
            label,
            actions.Introduction?.Value ?? (string.IsNullOrEmpty(button.Value) ? null : Fit.Value(button.Value, Limits.ButtonValue)),
            Style(button.Style),
            button.Confirm is null ? null : Confirm(button, button.Confirm, language),
            label.Text == button.Label ? null : Fit.Plain(button.Label, Limits.ButtonText).Text);
    }

    private static string? Style(ButtonStyle style) => style == ButtonStyle.Plain ? null : style.ToString().ToLower(CultureInfo.InvariantCulture);

    private static ConfirmObject Confirm(Button button, string question, Language language) => new(
        Fit.Plain(button.Label, Limits.ConfirmTitle),
        Fit.Plain(question, Limits.ConfirmText),
        Fit.Plain(button.Label, Limits.ConfirmButton),
        Fit.Plain(Sentence.Of(nameof(Words.SlackCancel), language), Limits.ConfirmButton),
        Style(button.Style));

    private static Element Menu(Menu menu, IntroductionId? introduction)
    {
        OptionObject[] options = [.. menu.Options.Take(Limits.Options).Select(option =>
            new OptionObject(Fit.Plain(option.Label, Limits.OptionText), ActionId.WithIntroduction(option.Step, introduction)))];
        return options.Length <= Limits.OverflowOptions
            ? new OverflowElement(ActionId.Menu, options)
            : new SelectElement(ActionId.Menu, Fit.Plain(menu.Label, Limits.Placeholder), options, null);
    }
}
