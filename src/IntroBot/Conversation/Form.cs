using System.Collections.Immutable;

namespace IntroBot.Conversation;

/// <summary>
/// A form or a dialog to read. <paramref name="Step"/> is its name on the wire (Slack's callback_id, Teams' data.step). Without <paramref name="Submit"/> there is nothing to send.
/// <paramref name="Introduction"/> rides along; it routes, it never permits.
/// </summary>
public sealed record Form(Language Language, string Step, string Title, ImmutableArray<Field> Fields, string? Submit, string Close, IntroductionId? Introduction = null);

/// <summary>A part of a form, from top to bottom.</summary>
public abstract record Field
{
    /// <summary>A paragraph to read.</summary>
    public sealed record Text(Line Line) : Field;

    /// <summary>Words to copy and send, or somebody's words, set off from what is said about them.</summary>
    public sealed record Quote(Line Line) : Field;

    /// <summary>Labelled values to read.</summary>
    public sealed record Facts(ImmutableArray<Fact> Values) : Field;

    /// <summary>A line or several lines to type; <paramref name="Max"/> in UTF-16 units.</summary>
    public sealed record Input(string Name, string Label, string? Hint = null, string? Placeholder = null, string? Initial = null, bool Required = true, bool Multiline = false, int Max = 200) : Field;

    /// <summary>A day to pick; on the wire <c>yyyy-MM-dd</c>. It may be left empty.</summary>
    public sealed record Day(string Name, string Label, string? Hint = null, DateOnly? Initial = null) : Field;

    /// <summary>One of several; <paramref name="Groups"/> has one group without a title, or several with. <paramref name="Redraws"/>: choosing comes back as <see cref="Said.Changed"/>.
    /// <paramref name="Radio"/> shows all options at once.</summary>
    public sealed record Choice(string Name, string Label, ImmutableArray<OptionGroup> Groups, string? Initial = null, string? Hint = null, bool Required = true, bool Radio = false, bool Redraws = false) : Field;
}

/// <summary>Options under a title.</summary>
public sealed record OptionGroup(string? Title, ImmutableArray<Option> Options);

/// <summary>An option: <paramref name="Value"/> of at most 75 characters.</summary>
public sealed record Option(string Value, string Label);
