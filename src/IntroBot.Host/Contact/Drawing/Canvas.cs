using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>
/// What every part of a page is drawn with. <paramref name="Nonce"/> is new on each drawing; <paramref name="Refused"/> is the press that could not be carried out, with a sentence beside each field
/// that cannot stay, or null.
/// </summary>
internal sealed record Canvas(Programme Programme, Phrases Say, string Nonce, PublicAddress Address, (ContactPress Press, ImmutableDictionary<string, string> Errors)? Refused = null)
{
    /// <summary>A sentence or label.</summary>
    public string Text(string key, params ReadOnlySpan<object> values) => Say.Text(key, values);

    /// <summary>A sentence, in which names keep their writing direction.</summary>
    public Line Line(string key, params ReadOnlySpan<object> values) => Say.Line(key, values);

    /// <summary>A day, with its year, in the programme's zone.</summary>
    public string Day(DateTimeOffset at) => Say.FullDay(at, Programme.Zone);

    /// <summary>A day and the time, for machines too.</summary>
    public Html Moment(DateTimeOffset at) => $"""<time datetime="{at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)}">{Say.Moment(at, Programme.Zone)}</time>""";

    /// <summary>What was typed into a field of this form before it was refused; otherwise what is stored.</summary>
    public string? Value(string step, string field, string? stored) => Refused is { } refused && refused.Press.Step == step ? refused.Press.Fields.GetValueOrDefault(field) : stored;

    /// <summary>The sentence beside a field of this form, if it was refused.</summary>
    public string? Error(string step, string field) => Refused is { } refused && refused.Press.Step == step ? refused.Errors.GetValueOrDefault(field) : null;
}
