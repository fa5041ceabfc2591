using System.Text;
using System.Text.RegularExpressions;
using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>
/// A <see cref="Line"/> as a Slack text object. Without mentions and emphasis it is plain text; beside them typed words are escaped once,
/// and characters that would format them become look-alikes (docs.slack.dev, formatting message text).
/// </summary>
internal static partial class Mark
{
    /// <summary>The entities Slack knows.</summary>
    public static readonly string[] Entities = ["&amp;", "&lt;", "&gt;"];

    /// <summary>The line as a text object that fits; plain whenever it mentions nobody, stresses nothing and keeps one direction.</summary>
    public static TextObject Text(Line line, int max) =>
        line.Runs.Any(static run => run is Run.Said { Strong: true } or Run.Mention or Run.Channel or Run.Link || (run is Run.Typed typed && Typing.RunsRightToLeft(typed.Text)))
            ? TextObject.Marked(Fit.NotEmpty(Fit.Escaped(Pieces(line), max)))
            : Fit.Plain(line.ToString(), max);

    /// <summary>The line in front of which Slack draws a bar, on each of its rows.</summary>
    public static TextObject Quote(Line line, int max) =>
        TextObject.Marked(Fit.Escaped([new Piece(">", true), .. Pieces(line).Select(static piece => piece with { Text = piece.Text.Replace("\n", "\n>", StringComparison.Ordinal) })], max));

    /// <summary>A stressed label above a value.</summary>
    public static TextObject Labelled(string label, Line value, int max) =>
        TextObject.Marked(Fit.Escaped([Stressed(label), new Piece("\n"), .. Pieces(value) is var pieces && pieces.TrueForAll(static piece => string.IsNullOrWhiteSpace(piece.Text)) ? [new Piece(Fit.NotEmpty(""))] : pieces], max));

    /// <summary>The line as a message's top-level text, escaped.</summary>
    public static string Summary(Line line) => Fit.NotEmpty(Fit.Escaped(Pieces(line), Limits.Summary));

    private static List<Piece> Pieces(Line line) => [.. line.Runs.Select(Of)];

    private static Piece Of(Run run) => run switch
    {
        Run.Said { Strong: true } said => Stressed(said.Text),
        Run.Said said => new Piece(Escape(Fit.Clean(said.Text))),
        Run.Typed typed => new Piece(Typing.Apart(Inert(typed.Text))),
        Run.Mention mention when mention.Person.On(PlatformKind.Slack) is { } account && UserId().IsMatch(account.User) => new Piece($"<@{account.User}>", true),
        Run.Mention mention => new Piece(Typing.Apart(Inert(mention.Person.Name))),
        Run.Link link => new Piece($"<{Escape(link.Url.AbsoluteUri)}>", true),
        Run.Channel { Ref: { Platform: PlatformKind.Slack } channel } when ChannelId().IsMatch(channel.Channel) => new Piece($"<#{channel.Channel}>", true),
        Run.Channel channel => new Piece(Inert(channel.Ref.Channel)),
        _ => throw new InvalidOperationException("unknown run"),
    };

    /// <summary>Words in bold, whole, so that a cut leaves no open mark.</summary>
    private static Piece Stressed(string text) =>
        text.Trim() is { Length: > 0 } words ? new Piece($"*{Inert(Fit.Value(words.Replace('\n', ' '), Limits.Header))}*", true) : new Piece("");

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Escaped, and without what could open or close formatting where it stands.</summary>
    private static string Inert(string text)
    {
        var clean = Fit.Clean(text);
        var inert = new StringBuilder(clean.Length);
        for (var at = 0; at < clean.Length; at++)
        {
            inert.Append(clean[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' when at == 0 || clean[at - 1] == '\n' => "›",
                '>' => "&gt;",
                '`' => "ˋ",
                '*' when IsAtEdge(clean, at) => "∗",
                '_' when IsAtEdge(clean, at) => "ˍ",
                '~' when IsAtEdge(clean, at) => "∼",
                _ => null,
            } ?? clean.AsSpan(at, 1));
        }

        return inert.ToString();
    }

    private static bool IsAtEdge(string text, int at) =>
        at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);

    [GeneratedRegex("^[UW][A-Z0-9]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex UserId();

    [GeneratedRegex("^[CGD][A-Z0-9]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelId();
}
