using System.Collections.Immutable;

namespace IntroBot.Conversation;

/// <summary>A message with what can be pressed in it. <paramref name="Summary"/> is what notifications and screen readers get first.</summary>
public sealed record Card(Language Language, Line Summary, ImmutableArray<Part> Parts)
{
    /// <summary>A card of one paragraph, which is its own summary.</summary>
    public static Card Of(Language language, Line line) => new(language, line, [new Part.Paragraph(line)]);
}

/// <summary>A part of a card, from top to bottom.</summary>
public abstract record Part
{
    /// <summary>A short heading, our words only.</summary>
    public sealed record Heading(string Text) : Part;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(Line Line) : Part;

    /// <summary>Labelled values, such as "Where: Lyon".</summary>
    public sealed record Facts(ImmutableArray<Fact> Values) : Part;

    /// <summary>Somebody's own words, set off from ours.</summary>
    public sealed record Quote(Line Line) : Part;

    /// <summary>Small print: state, who did what.</summary>
    public sealed record Aside(Line Line) : Part;

    /// <summary>A rule between entries of a list.</summary>
    public sealed record Divider : Part;

    /// <summary>Up to 5 buttons and a menu of up to 5 further steps; all belong to <paramref name="Introduction"/> when given.</summary>
    public sealed record Actions(IntroductionId? Introduction, ImmutableArray<Button> Buttons, Menu? More = null) : Part;
}

/// <summary>A labelled value.</summary>
public sealed record Fact(string Label, Line Value);

/// <summary>A button: <paramref name="Step"/> is the action's name on the wire; <paramref name="Value"/> goes along when the button belongs to no introduction (a page number).
/// <paramref name="Confirm"/> is a question asked once before it counts.</summary>
public sealed record Button(string Step, string Label, ButtonStyle Style = ButtonStyle.Plain, string? Confirm = null, string? Value = null);

/// <summary>How a button stands out.</summary>
public enum ButtonStyle
{
    /// <summary>As the others.</summary>
    Plain,

    /// <summary>The likely next step.</summary>
    Primary,

    /// <summary>Takes something away.</summary>
    Danger,
}

/// <summary>Further steps behind one control; <paramref name="Label"/> says so to screen readers.</summary>
public sealed record Menu(string Label, ImmutableArray<MenuOption> Options);

/// <summary>One further step; on the wire <c>step:&lt;introduction id&gt;</c>.</summary>
public sealed record MenuOption(string Step, string Label);
