using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IntroBot.Conversation;

namespace IntroBot.Teams.Drawing;

/// <summary>How a line looks.</summary>
internal readonly record struct Look(string? Size = null, string? Weight = null, bool? Italic = null, bool? IsSubtle = null, string? Color = null);

/// <summary>
/// Draws lines. A line that mentions somebody Teams knows, or that holds a link, is a TextBlock: it alone can mention, and it alone breaks a link that is longer than the card is wide. It never
/// holds words somebody typed. Every other line is a RichTextBlock, in which nothing is read into anything; whom it speaks of stands there by name.
/// </summary>
internal static partial class Lines
{
    public static Element Draw(Line line, Mentions mentions, int max, Look look = default) => line.Runs switch
    {
        var runs when !runs.Any(run => run is Run.Link || (run is Run.Mention mention && mentions.CanMention(mention.Person))) => new RichTextBlock(Runs(line, max, look)),
        var runs when !runs.Any(static run => run is Run.Typed) => new TextBlock(string.Concat(runs.Select(run => Marked(run, mentions, max))), null, look.Size, look.Weight, look.IsSubtle),
        var runs when runs.Any(static run => run is Run.Link) => new Container([.. AroundTheLink(runs).Select(part => Draw(part, mentions, max, look))]),
        _ => new RichTextBlock(Runs(line, max, look)),
    };

    /// <summary>The link by itself, and what stands before and after it.</summary>
    private static IEnumerable<Line> AroundTheLink(ImmutableArray<Run> runs)
    {
        var at = runs.IndexOf(runs.First(static run => run is Run.Link));
        return new[] { new Line(runs[..at]), new Line([runs[at]]), new Line(runs[(at + 1)..]) }.Where(static part => !string.IsNullOrWhiteSpace(part.ToString()));
    }

    /// <summary>A label and its value.</summary>
    public static RichTextBlock Labelled(string label, Line value, Language language, int max) => new(
        [new TextRun(Fit.Text(label, Limits.Label) + Phrases.In(language).Text(nameof(Words.Colon)), Weight: "Bolder"), .. Runs(value, max, default)]);

    private static List<TextRun> Runs(Line line, int max, Look look)
    {
        var runs = new List<TextRun>();
        var left = max;
        foreach (var run in line.Runs)
        {
            var text = Apart(run, Fit.Cut(Fit.Clean(Plain(run)), left));
            if (text.Length > 0)
            {
                runs.Add(new TextRun(text, look.Size, run is Run.Said { Strong: true } ? "Bolder" : look.Weight, look.Italic, look.IsSubtle, look.Color));
            }

            left = Math.Max(1, left - text.Length);
        }

        return runs.Count > 0 ? runs : [new TextRun("–", look.Size, look.Weight, look.Italic, look.IsSubtle, look.Color)];
    }

    private static string Marked(Run run, Mentions mentions, int max) => run switch
    {
        Run.Mention mention when mentions.CanMention(mention.Person) => mentions.Tag(mention.Person),
        Run.Link link => Linked(link.Url.AbsoluteUri),
        Run.Said { Strong: true } said when said.Text.Trim() is { Length: > 0 } words => $"**{Escaped(words.Replace('\n', ' '), max)}**",
        _ => Apart(run, Escaped(Plain(run), max)),
    };

    /// <summary>To press, and to copy as it stands: an underscore within it is escaped only where two of them would slant what is between.</summary>
    private static string Linked(string url)
    {
        var words = Markdown.Escape(url);
        return $"[{(Slanting().IsMatch(url) ? words : words.Replace("\\_", "_", StringComparison.Ordinal))}]({url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
    }

    private static string Apart(Run run, string text) => run is Run.Typed or Run.Mention ? Typing.Apart(text) : text;

    private static string Escaped(string text, int max) => Markdown.Escape(Fit.Cut(Fit.Clean(text), max));

    private static string Plain(Run run) => run switch
    {
        Run.Said said => said.Text,
        Run.Typed typed => typed.Text,
        Run.Mention mention => mention.Person.Name,
        Run.Link link => link.Url.AbsoluteUri,
        Run.Channel channel => channel.Ref.Channel,
        _ => throw new InvalidOperationException("unknown run"),
    };

    [GeneratedRegex("[^A-Za-z0-9]_.*_([^A-Za-z0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Slanting();
}
