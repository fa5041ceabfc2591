using IntroBot.Conversation;

namespace IntroBot.Teams.Drawing;

/// <summary>How a line looks.</summary>
internal readonly record struct Look(string? Size = null, string? Weight = null, bool? Italic = null, bool? IsSubtle = null, string? Color = null);

/// <summary>
/// Draws lines. A line that mentions somebody Teams knows is a TextBlock, which alone can mention; it never holds words somebody typed. Every other line is a RichTextBlock, in which nothing
/// is read into anything; whom it speaks of stands there by name.
/// </summary>
internal static class Lines
{
    public static Element Draw(Line line, Mentions mentions, int max, Look look = default) =>
        line.Runs.Any(run => run is Run.Mention mention && mentions.CanMention(mention.Person)) && !line.Runs.Any(static run => run is Run.Typed)
            ? new TextBlock(string.Concat(line.Runs.Select(run => Marked(run, mentions, max))), null, look.Size, look.Weight, look.IsSubtle)
            : new RichTextBlock(Runs(line, max, look));

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
        Run.Said { Strong: true } said when said.Text.Trim() is { Length: > 0 } words => $"**{Escaped(words.Replace('\n', ' '), max)}**",
        _ => Apart(run, Escaped(Plain(run), max)),
    };

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
}
