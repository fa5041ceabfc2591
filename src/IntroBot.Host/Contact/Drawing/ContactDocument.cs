using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>
/// A whole page: no script, nothing from elsewhere, and a head that says nothing of the person, whatever unfolds the link. Each is drawn from its records alone.
/// </summary>
internal sealed class ContactDocument(Stylesheet stylesheet)
{
    private static readonly string[] s_order = ["contact", "address", "about", "location"];

    /// <summary>The page behind a link; with what was just done, or what was refused.</summary>
    public string Page(Canvas canvas, ContactPage page, string? done = null)
    {
        var said = done is null ? Refused(canvas) : (Html)$"""<p class="done" role="status">{done}</p>""";
        return Whole(canvas, $"{said}{Body(canvas, page)}", switches: true);
    }

    /// <summary>The page that hands over the contact's own link.</summary>
    public string Answered(Canvas canvas, ContactAnswer.Answered answered) => Whole(canvas, AnsweredPage.Draw(canvas, answered));

    /// <summary>Nothing is left.</summary>
    public string Erased(Canvas canvas) => Sentence(canvas, nameof(Words.ContactErasedHeading), nameof(Words.ContactErasedText));

    /// <summary>There is no such page (any more), whatever the reason.</summary>
    public string Gone(Canvas canvas) => Sentence(canvas, nameof(Words.ContactGoneHeading), nameof(Words.ContactGoneText), switches: true);

    /// <summary>Too many at once.</summary>
    public string Moment(Canvas canvas) => Sentence(canvas, nameof(Words.ContactMoment), nameof(Words.ContactMomentText));

    private static Html Body(Canvas canvas, ContactPage page) => page switch
    {
        ContactPage.Invited invited => InvitedPage.Draw(canvas, invited),
        ContactPage.ByWord byWord => ByWordPage.Draw(canvas, byWord),
        ContactPage.Own own => OwnPage.Draw(canvas, own),
        _ => throw new InvalidOperationException("unknown page"),
    };

    private static Html Refused(Canvas canvas) => canvas.Refused is not { } refused
        ? Html.None
        : refused.Errors.IsEmpty ? (Html)$"""<p class="done" role="status">{canvas.Text(nameof(Words.ContactNothingChanged))}</p>"""
        : $"""
            <div class="refusal" role="alert" tabindex="-1" autofocus><p>{canvas.Text(nameof(Words.ContactCheck))}</p>
            <ul>{Html.All(refused.Errors.OrderBy(static error => Array.IndexOf(s_order, error.Key)).Select(error => (Html)$"""<li><a href="#{refused.Press.Step}-{error.Key}">{error.Value}</a></li>"""))}</ul></div>
            """;

    private string Sentence(Canvas canvas, string heading, string text, bool switches = false) => Whole(canvas, $"""<h1>{canvas.Text(heading)}</h1><p class="lead">{canvas.Text(text)}</p>""", switches);

    private string Whole(Canvas canvas, Html main, bool switches = false)
    {
        var (programme, title) = (canvas.Programme, canvas.Text(nameof(Words.ContactTitle)));
        Html house = programme.Brand.Logo is { } logo ? (Html)$"""<img src="{logo}" alt="{programme.Company}" height="40">""" : $"{programme.Company}";
        Html language = switches
            ? $"""<nav aria-label="{canvas.Text(nameof(Words.LabelLanguage))}">{Switch(canvas, Language.En, "English")} {Switch(canvas, Language.Fr, "Français")}</nav>"""
            : Html.None;
        Html document = $"""
            <!DOCTYPE html>
            <html lang="{Forms.Code(canvas.Say.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex, nofollow">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <meta name="description" content="{canvas.Text(nameof(Words.ContactDescription))}">
            <meta property="og:title" content="{title}">
            <meta property="og:description" content="{canvas.Text(nameof(Words.ContactDescription))}">
            <link rel="icon" href="data:,">
            {stylesheet.Element}
            </head>
            <body>
            <header><p class="house">{house}</p>{language}</header>
            <main>
            {main}
            </main>
            </body>
            </html>
            """;
        return document.ToString();
    }

    private static Html Switch(Canvas canvas, Language language, string name)
    {
        var code = Forms.Code(language);
        return canvas.Say.Language == language ? (Html)$"""<span aria-current="true">{name}</span>""" : $"""<a href="?language={code}" hreflang="{code}" lang="{code}">{name}</a>""";
    }
}
