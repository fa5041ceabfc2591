using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>Parts that several pages have.</summary>
internal static class Parts
{
    /// <summary>The organisation's own reason, if its programme gives one.</summary>
    public static Html Why(Canvas canvas) => canvas.Programme.Why is { } why
        ? $"""<section class="why"><h2>{canvas.Text(nameof(Words.ContactWhy), canvas.Programme.Company)}</h2><blockquote>{why.In(canvas.Say.Language)}</blockquote></section>"""
        : Html.None;

    /// <summary>To whom: recruiters by name with their team, or the team alone.</summary>
    public static Line Recipients(Canvas canvas, Introducing introducing)
    {
        var team = introducing.Team.In(canvas.Say.Language);
        return introducing.Recruiters.IsEmpty
            ? canvas.Line(nameof(Words.TeamOf), team)
            : canvas.Line(nameof(Words.ContactRecipients), Line.List(introducing.Recruiters.Select(static name => new Run.Typed(name))), team);
    }

    /// <summary>Says where the notice stands, beside what is pressed.</summary>
    public static Html NoticeBelow(Canvas canvas) => $"""<p><a href="#notice">{canvas.Text(nameof(Words.ContactRightsBelow))}</a></p>""";

    /// <summary>The whole privacy notice: nothing to open, nothing to follow.</summary>
    public static Html Notice(Canvas canvas, ContactPage page) => $"""
        <section id="notice" class="notice"><h2>{canvas.Text(nameof(Words.ContactRights))}</h2>
        {Html.All(PrivacyNotice.Of(canvas.Programme, page.Introducing, page.Kept, canvas.Say).Parts.Select(static part =>
            (Html)$"<h3>{part.Heading}</h3>{Html.All(part.Sentences.Select(static sentence => (Html)$"<p>{sentence}</p>"))}"))}
        <p class="quiet">{canvas.Line(nameof(Words.ContactNumber), new Run.Said(page.Introducing.Code, Strong: true))}</p>
        </section>
        """;

    /// <summary>Who opened the details, and when.</summary>
    public static Html Disclosures(Canvas canvas, ImmutableArray<Disclosure> disclosures)
    {
        Html list = disclosures.IsEmpty
            ? (Html)$"<p>{canvas.Text(nameof(Words.ContactDisclosuresNone))}</p>"
            : $"<ul>{Html.All(disclosures.Select(disclosure => (Html)$"<li>{Html.Typed(disclosure.Who)}, {canvas.Moment(disclosure.At)}</li>"))}</ul>";
        return $"<h3>{canvas.Text(nameof(Words.ContactDisclosuresHeading))}</h3>{list}";
    }

    /// <summary>Take it back, while it is open; erase now what is kept until later, when it ended.</summary>
    public static Html Withdraw(Canvas canvas, ContactPage page)
    {
        var (heading, lead, button) = page switch
        {
            ContactPage.Own { HasEnded: true, Until: { } until } => (nameof(Words.ContactEarlierButton), canvas.Text(nameof(Words.ContactEarlierLead), canvas.Day(until)), nameof(Words.ContactEarlierButton)),
            ContactPage.ByWord => (nameof(Words.ContactWithdrawHeading), canvas.Text(nameof(Words.ContactByWordTakeBack)), nameof(Words.ContactWithdrawButton)),
            _ => (nameof(Words.ContactWithdrawHeading), canvas.Text(nameof(Words.ContactWithdrawLead)), nameof(Words.ContactWithdrawButton)),
        };
        return $"""
            <section class="card"><h2>{canvas.Text(heading)}</h2>
            <p>{lead}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Withdraw, canvas.Text(button), "other", Html.None)}
            </section>
            """;
    }

    /// <summary>Never contact me again. The address is asked for where none is stored.</summary>
    public static Html Never(Canvas canvas, ContactPage page, string? address) => $"""
        <section><h2>{canvas.Text(nameof(Words.ContactNeverButton))}</h2>
        <p>{canvas.Text(nameof(Words.ContactNeverLead), canvas.Programme.Company)}</p>
        {Forms.Form(canvas, page.Kept, ContactSteps.Never, canvas.Text(nameof(Words.ContactNeverButton)), "still",
            Forms.Input(canvas, ContactSteps.Never, "address", canvas.Text(nameof(Words.ContactNeverAddress)), null, address, 200, "email"))}
        </section>
        """;

    /// <summary>Report abuse.</summary>
    public static Html Abuse(Canvas canvas, ContactPage page) => $"""
        <section><h2>{canvas.Text(nameof(Words.ContactAbuseHeading))}</h2>
        <p>{canvas.Text(nameof(Words.ContactAbuseLead), canvas.Programme.Company)}</p>
        {Forms.Form(canvas, page.Kept, ContactSteps.Abuse, canvas.Text(nameof(Words.ContactAbuseButton)), "still", Html.None)}
        </section>
        """;
}
