using System.Text.RegularExpressions;
using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>
/// A <see cref="Line"/> as a Slack text object. Typed words alone become plain text; beside mentions and emphasis they are escaped once,
/// and characters that would format them become look-alikes (docs.slack.dev, formatting message text).
/// </summary>
internal static partial class Mark
{
    /// <summary>The line as a text object that fits; plain whenever it mentions nobody and stresses nothing.</summary>
    public static TextObject Text(Line line, int max) =>
        line.Runs.Any(NeedsMarkup) ? new Mrkdwn(Fit.NotEmpty(Fit.Join(line.Runs.SelectMany(Pieces), max))) : Fit.Plain(line.ToString(), max);

    /// <summary>The line in front of which Slack draws a bar.</summary>
    public static Mrkdwn Quote(Line line, int max)
    {
        var pieces = line.Runs.SelectMany(Pieces).SelectMany(static piece => piece == "\n" ? ["\n", ">"] : new[] { piece });
        return new Mrkdwn(Fit.Join(pieces.Prepend(">"), max));
    }

    /// <summary>A stressed label above a value.</summary>
    public static Mrkdwn Labelled(string label, Line value, int max) =>
        new(Fit.Join([.. Stressed(label), "\n", .. value.Runs.SelectMany(Pieces).DefaultIfEmpty("–")], max));

    /// <summary>The line as a message's top-level text, escaped.</summary>
    public static string Summary(Line line) => Fit.NotEmpty(Fit.Join(line.Runs.SelectMany(Pieces), Limits.Summary));

    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool NeedsMarkup(Run run) => run is Run.Said { Strong: true } or Run.Mention or Run.Channel;

    /// <summary>A run in pieces that must not be torn.</summary>
    private static IEnumerable<string> Pieces(Run run) => run switch
    {
        Run.Said { Strong: true } said => Stressed(said.Text),
        Run.Said said => Words(said.Text),
        Run.Typed typed => Inert(typed.Text),
        Run.Mention { Person: { Account: { Platform: PlatformKind.Slack } account } } when UserId().IsMatch(account.User) => [$"<@{account.User}>"],
        Run.Mention mention => Inert(mention.Person.Name),
        Run.Channel { Ref: { Platform: PlatformKind.Slack } channel } when ChannelId().IsMatch(channel.Channel) => [$"<#{channel.Channel}>"],
        Run.Channel channel => Inert(channel.Ref.Channel),
        _ => throw new InvalidOperationException("unknown run"),
    };

    private static IEnumerable<string> Words(string text) => Fit.Graphemes(Fit.Clean(text)).Select(Escape);

    /// <summary>Words in bold: one piece each, so that a cut leaves no open mark.</summary>
    private static IEnumerable<string> Stressed(string text) =>
        text.Trim() is { Length: > 0 } words ? [$"*{Escape(Fit.Value(words.Replace('\n', ' '), Limits.Header)).Replace('*', '∗')}*"] : [];

    private static IEnumerable<string> Inert(string text)
    {
        var clean = Fit.Clean(text);
        var at = 0;
        foreach (var grapheme in Fit.Graphemes(clean))
        {
            yield return Inert(grapheme[0], clean, at) + Escape(grapheme[1..]);
            at += grapheme.Length;
        }
    }

    /// <summary>A character that could open or close formatting where it stands becomes one that looks like it.</summary>
    private static string Inert(char mark, string text, int at) => mark switch
    {
        '`' => "ˋ",
        '*' when IsAtEdge(text, at) => "∗",
        '_' when IsAtEdge(text, at) => "ˍ",
        '~' when IsAtEdge(text, at) => "∼",
        '>' when at == 0 || text[at - 1] == '\n' => "›",
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => mark.ToString(),
    };

    private static bool IsAtEdge(string text, int at) =>
        at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);

    [GeneratedRegex("^[UW][A-Z0-9]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex UserId();

    [GeneratedRegex("^[CGD][A-Z0-9]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelId();
}
