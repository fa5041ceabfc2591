using System.Collections.Immutable;

namespace IntroBot.Conversation;

/// <summary>A piece of a line.</summary>
public abstract record Run
{
    /// <summary>Our own words; <paramref name="Strong"/> sets them off (never the only carrier of meaning).</summary>
    public sealed record Said(string Text, bool Strong = false) : Run;

    /// <summary>What somebody typed: inert on every platform.</summary>
    public sealed record Typed(string Text) : Run;

    /// <summary>A person, as the platform mentions people; their name where it cannot.</summary>
    public sealed record Mention(Person Person) : Run;

    /// <summary>An address of ours to open or to pass on, shown as it is.</summary>
    public sealed record Link(Uri Url) : Run;

    /// <summary>A channel, as the platform mentions channels.</summary>
    public sealed record Channel(ChannelRef Ref) : Run;
}

/// <summary>A sentence or a label, in order. Platforms escape each run by its kind; nothing in a run is markup.</summary>
public sealed record Line(ImmutableArray<Run> Runs)
{
    /// <summary>A line of our own words alone.</summary>
    public static Line Of(string text) => new([new Run.Said(text)]);

    /// <summary>A line of somebody's own words alone.</summary>
    public static Line Typed(string text) => new([new Run.Typed(text)]);

    /// <summary>Runs one after the other, with a comma between.</summary>
    public static Line List(IEnumerable<Run> runs) => new([.. runs.SelectMany(static (run, i) => i == 0 ? [run] : new[] { new Run.Said(", "), run })]);

    /// <summary>The line as plain text, mentions by name.</summary>
    public override string ToString() => string.Concat(Runs.Select(static run => run switch
    {
        Run.Said said => said.Text,
        Run.Typed typed => typed.Text,
        Run.Mention mention => mention.Person.Name,
        Run.Link link => link.Url.AbsoluteUri,
        Run.Channel channel => channel.Ref.Channel,
        _ => throw new InvalidOperationException("unknown run"),
    }));
}
