using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact;

/// <summary>
/// Markup, written as an interpolated string: the literal parts are ours, everything interpolated is encoded unless it is <see cref="Html"/> itself. Attribute values are always in double quotes.
/// There is no way to put a text in without encoding it.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 32));

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new(0, 0);

    /// <summary>A sentence: what people typed keeps its own writing direction.</summary>
    public static Html Of(Line line) => All(line.Runs.Select(Of));

    /// <summary>What somebody typed, or is called.</summary>
    public static Html Typed(string text) => $"<bdi>{text}</bdi>";

    /// <summary>One after the other.</summary>
    public static Html All(IEnumerable<Html> parts)
    {
        var all = new Html(0, 0);
        foreach (var part in parts)
        {
            all._markup.Append(part._markup);
        }

        return all;
    }

    private static Html Of(Run run) => run switch
    {
        Run.Said { Strong: true } said => $"<strong>{said.Text}</strong>",
        Run.Said said => $"{said.Text}",
        Run.Typed typed => Typed(typed.Text),
        Run.Mention mention => Typed(mention.Person.Name),
        _ => None,
    };

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(s_encoder.Encode(text ?? ""));

    public void AppendFormatted(Html markup) => _markup.Append(markup._markup);

    public void AppendFormatted(Line line) => AppendFormatted(Of(line));

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();
}
