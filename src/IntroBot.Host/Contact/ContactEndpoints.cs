using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Host.Contact.Drawing;
using IntroBot.Programmes;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Host.Contact;

/// <summary>
/// <c>GET|POST /c/{token}</c>: the contact's page. The token in the path is the one credential, so there is no cookie and nothing for another site to ride on. GET and HEAD change nothing; every change
/// is a press on a button. Whatever opens no page, for whatever reason, is the same 404.
/// </summary>
internal static class ContactEndpoints
{
    /// <summary>Where the contact's pages are.</summary>
    public const string Prefix = "/c";

    private static readonly string[] s_reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly FormOptions s_form = new() { ValueCountLimit = 32, KeyLengthLimit = 64, ValueLengthLimit = 8 * 1024, BufferBodyLengthLimit = 64 * 1024, BufferBody = true };

    public static void AddContactPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Stylesheet>().AddSingleton<ContactDocument>().AddSingleton<Easel>();
        builder.AddContactLimits();
    }

    public static void MapContactPage(this WebApplication app)
    {
        app.MapMethods($"{Prefix}/{{token}}", s_reading, Show);
        app.MapPost($"{Prefix}/{{token}}", Press);
        app.Map($"{Prefix}/{{**rest}}", static (HttpRequest request, Easel easel) => easel.Gone(request));
    }

    private static async Task<IResult> Show(string token, HttpRequest request, OpenContactPage open, Easel easel, CancellationToken cancellation)
    {
        var page = await open(token, cancellation);
        return (page, request.Query["format"] == "json") switch
        {
            (null, _) => easel.Gone(request),
            (ContactPage.Own own, true) => Results.Text(own.Export.ToJsonString(Export.Written), "application/json; charset=utf-8"),
            (_, true) => easel.Gone(request),
            _ => easel.Page(request, page),
        };
    }

    private static async Task<IResult> Press(string token, HttpRequest request, AnswerContactPage answer, Easel easel, CancellationToken cancellation)
    {
        if (await PressReader.Read(request, s_form, easel, cancellation) is not { } press)
        {
            return easel.Gone(request);
        }

        return await answer(token, press, cancellation) switch
        {
            null => easel.Gone(request),
            var answered => easel.Answer(press, answered),
        };
    }
}
