using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Answering;

/// <summary>The few messages that only Slack needs.</summary>
internal static class Cards
{
    public static Card TryAgain(Language language) => Card.Of(language, Line.Of(Sentence.Of(nameof(Words.SlackTryAgain), language)));

    public static Card UnknownCommand(Language language) => Card.Of(language, Line.Of(Sentence.Of(nameof(Words.SlackUnknownCommand), language)));

    public static Card FormSent(Language language) => Card.Of(language, Line.Of(Sentence.Of(nameof(Words.SlackFormSent), language)));

    /// <summary>A form that came too late, with a button that opens it again: the press gives a fresh trigger.</summary>
    public static Card FormLate(Form form, Said said)
    {
        var line = Line.Of(Sentence.Of(nameof(Words.SlackFormLate), form.Language));
        return new Card(form.Language, line, [new Part.Paragraph(line), Opens(form, said)]);
    }

    /// <summary>The quote of what somebody wrote, where a form cannot open by itself. What they typed rides on the button and comes back with the press.</summary>
    public static Card Quote(Form form, string text)
    {
        var line = Line.Of(Sentence.Of(nameof(Words.SlackQuote), form.Language));
        return new Card(form.Language, line, [new Part.Paragraph(line), new Part.Quote(Line.Typed(text)), Opens(form, new Said.Message(text))]);
    }

    /// <summary>What went wrong beside fields, as one message, where there are no fields.</summary>
    public static Card Errors(ImmutableDictionary<string, string> fields, Language language) =>
        Card.Of(language, Line.Of(string.Join('\n', fields.Values)));

    private static Part.Actions Opens(Form form, Said said)
    {
        var (step, introduction, value) = said switch
        {
            Said.Pressed pressed => (pressed.Step, pressed.Introduction, pressed.Value),
            Said.Command command => (form.Step, form.Introduction, command.Text),
            Said.Shortcut shortcut => (form.Step, form.Introduction, shortcut.Text),
            Said.Message message => (form.Step, form.Introduction, message.Text),
            _ => (form.Step, form.Introduction, null),
        };
        var label = Sentence.Of(nameof(Words.SlackOpenForm), form.Language);
        return new Part.Actions(introduction, [new Button(step, label, ButtonStyle.Primary, null, value is null ? null : Fit.Value(value, Limits.ButtonValue))]);
    }
}
