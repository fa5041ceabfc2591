using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>Draws a <see cref="Form"/> as a modal. An input's block and action ids are its field's name, so that a redraw keeps what was typed.</summary>
internal static class FormView
{
    public static View Draw(Form form, Baggage baggage)
    {
        var blocks = form.Fields.SelectMany((field, i) => Blocks(field, i)).Take(Limits.ViewBlocks).ToList();
        return new View(
            Fit.Value(form.Step, Limits.Id),
            Fit.Plain(form.Title, Limits.ViewTitle),
            form.Submit is null ? null : Fit.Plain(form.Submit, Limits.ViewTitle),
            Fit.Plain(form.Close, Limits.ViewTitle),
            blocks,
            (baggage with { Introduction = form.Introduction?.Value, Language = form.Language }).Write());
    }

    private static IEnumerable<Block> Blocks(Field field, int at) => field switch
    {
        Field.Text text => [new SectionBlock(Mark.Text(text.Line, Limits.Text)) { BlockId = Id(at) }],
        Field.Quote quote => [new SectionBlock(Mark.Quote(quote.Line, Limits.Text)) { BlockId = Id(at) }],
        Field.Facts facts => facts.Values.Select((fact, i) => Fact(fact, $"{Id(at)}.{i.ToString(CultureInfo.InvariantCulture)}")),
        Field.Input input => [Input(input)],
        Field.Choice choice when Options(choice) is { Length: > 0 } => [Choice(choice)],
        Field.Choice => [],
        Field.Day day => [Day(day)],
        _ => throw new InvalidOperationException("unknown field"),
    };

    private static string Id(int at) => "." + at.ToString(CultureInfo.InvariantCulture);

    private static SectionBlock Fact(Fact fact, string id) =>
        new(Fields: [Fit.Plain(fact.Label, Limits.FieldText), Fit.Plain(fact.Value.ToString(), Limits.FieldText)]) { BlockId = id };

    private static InputBlock Input(Field.Input input)
    {
        var max = Math.Clamp(input.Max, 1, Limits.InputLength);
        var element = new TextInputElement(
            Name(input.Name), input.Multiline, max, string.IsNullOrEmpty(input.Initial) ? null : Fit.Value(input.Initial, max), Optional(input.Placeholder, Limits.Placeholder));
        return new InputBlock(Fit.Plain(input.Label, Limits.Label), element, !input.Required, Optional(input.Hint, Limits.Label)) { BlockId = Name(input.Name) };
    }

    private static InputBlock Day(Field.Day day) =>
        new(Fit.Plain(day.Label, Limits.Label), new DateElement(Name(day.Name), day.Initial?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), true, Optional(day.Hint, Limits.Label)) { BlockId = Name(day.Name) };

    private static InputBlock Choice(Field.Choice choice)
    {
        var groups = Groups(choice);
        OptionObject[] all = [.. groups.SelectMany(static group => group.Options)];
        var initial = all.FirstOrDefault(option => option.Value == choice.Initial);
        Element element = choice.Radio && all.Length <= Limits.RadioOptions
            ? new RadioElement(Name(choice.Name), all, initial)
            : groups is [{ Label.Text: "–" }]
                ? new SelectElement(Name(choice.Name), null, all, null, initial)
                : new SelectElement(Name(choice.Name), null, null, groups, initial);
        return new InputBlock(Fit.Plain(choice.Label, Limits.Label), element, !choice.Required, Optional(choice.Hint, Limits.Label), choice.Redraws ? true : null)
        {
            BlockId = Name(choice.Name),
        };
    }

    private static ImmutableArray<OptionGroupObject> Groups(Field.Choice choice) =>
    [
        .. choice.Groups.Where(static group => !group.Options.IsEmpty).Take(Limits.Options).Select(static group =>
            new OptionGroupObject(Fit.Plain(group.Title ?? "", Limits.OptionText), [.. group.Options.Take(Limits.Options).Select(Option)])),
    ];

    private static ImmutableArray<Option> Options(Field.Choice choice) => [.. choice.Groups.SelectMany(static group => group.Options)];

    private static OptionObject Option(Option option) => new(Fit.Plain(option.Label, Limits.OptionText), Fit.Value(option.Value, Limits.OptionValue));

    private static string Name(string name) => Fit.Value(name, Limits.Id);

    private static TextObject? Optional(string? text, int max) => string.IsNullOrEmpty(text) ? null : Fit.Plain(text, max);
}
