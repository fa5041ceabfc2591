using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Host.Contact.Drawing;
using IntroBot.Programmes;

namespace IntroBot.Host.Contact;

/// <summary>Draws what a request gets, in the language it is read in.</summary>
internal sealed class Easel(Programme programme, ContactDocument document, PublicAddress address, Func<Guid> newId)
{
    /// <summary>A new number for a form.</summary>
    public string Nonce() => newId().ToString("N");

    /// <summary>As chosen, as the browser asks, as the programme has it.</summary>
    public Language Language(HttpRequest request) => Languages.Chosen(request) ?? Languages.Accepted(request) ?? programme.Language;

    /// <summary>The page behind a link. Until the contact answered, their browser knows their language better than the introducer does.</summary>
    public IResult Page(HttpRequest request, ContactPage page)
    {
        var language = Languages.Chosen(request) ?? (page is ContactPage.Own ? page.Language : Languages.Accepted(request) ?? page.Language);
        return Html(language, StatusCodes.Status200OK, canvas => document.Page(canvas, page));
    }

    /// <summary>What a press came to.</summary>
    public IResult Answer(ContactPress press, ContactAnswer answer) => answer switch
    {
        ContactAnswer.Answered answered => Html(press.Language, StatusCodes.Status200OK, canvas => document.Answered(canvas, answered)),
        ContactAnswer.Done done => Html(press.Language, StatusCodes.Status200OK, canvas => document.Page(canvas, done.Page, Done(canvas, done.Page, press))),
        ContactAnswer.Refused refused => Html(press.Language, refused.Errors.IsEmpty ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, canvas => document.Page(canvas with { Refused = (press, refused.Errors) }, refused.Page)),
        _ => Html(press.Language, StatusCodes.Status200OK, document.Erased),
    };

    /// <summary>No such page.</summary>
    public IResult Gone(HttpRequest request) => Html(Language(request), StatusCodes.Status404NotFound, document.Gone);

    /// <summary>Too many at once.</summary>
    public IResult Moment(HttpRequest request) => Html(Language(request), StatusCodes.Status429TooManyRequests, document.Moment);

    private static string Done(Canvas canvas, ContactPage page, ContactPress press) => canvas.Text(press.Step switch
    {
        ContactSteps.Withdraw when page is ContactPage.Own { HasEnded: true } => nameof(Words.ContactErased),
        ContactSteps.Withdraw => nameof(Words.ContactDoneWithdraw),
        ContactSteps.Never => nameof(Words.ContactDoneNever),
        ContactSteps.Abuse => nameof(Words.ContactDoneAbuse),
        ContactSteps.Pool => press.Fields.GetValueOrDefault("pool") == "no" ? nameof(Words.ContactDonePoolNo) : nameof(Words.ContactDonePoolYes),
        _ => nameof(Words.ContactDoneCorrect),
    });

    private IResult Html(Language language, int status, Func<Canvas, string> draw) =>
        Results.Text(draw(new Canvas(programme, Phrases.In(language), Nonce(), address)), "text/html; charset=utf-8", statusCode: status);
}

/// <summary>How the export is written: for people's eyes too.</summary>
internal static class Export
{
    public static JsonSerializerOptions Written { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
