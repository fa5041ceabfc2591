using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Introductions;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>The contact's own page: where things stand, and everything they can do about it, each with one press.</summary>
internal static class OwnPage
{
    public static Html Draw(Canvas canvas, ContactPage.Own page)
    {
        Html until = page.Until is { } at ? $"""<p class="quiet">{canvas.Text(page.Details is null ? nameof(Words.ContactCloses) : nameof(Words.ContactUntil), canvas.Day(at))}</p>""" : Html.None;
        return $"""
            <h1>{canvas.Text(nameof(Words.ContactOwnHeading), canvas.Programme.Company)}</h1>
            <p class="lead">{Stands(canvas, page)}</p>
            {(page is { Details: null, HasEnded: true } ? (Html)$"<p>{canvas.Text(nameof(Words.ContactErased))}</p>" : Html.None)}
            {until}
            {(page.Details is { } details ? Kept(canvas, page, details) : Html.None)}
            {Everything(canvas, page)}
            <section><h2>{canvas.Text(nameof(Words.ContactEraseButton))}</h2>
            <p>{canvas.Text(nameof(Words.ContactEraseLead))}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Erase, canvas.Text(nameof(Words.ContactEraseButton)), "grave", Html.None)}
            </section>
            {Parts.Never(canvas, page, page.Details?.Address)}
            {Parts.Abuse(canvas, page)}
            {Parts.Notice(canvas, page)}
            """;
    }

    private static Line Stands(Canvas canvas, ContactPage.Own page) => page.Standing switch
    {
        ContactStanding.Waiting => canvas.Line(nameof(Words.ContactStandsWaiting), Parts.Recipients(canvas, page.Introducing)),
        ContactStanding.Underway when page.Recruiter is { } recruiter => canvas.Line(nameof(Words.ContactStandsUnderway), new Run.Typed(recruiter)),
        ContactStanding.Underway => canvas.Line(nameof(Words.ContactStandsUnderwayUnnamed)),
        ContactStanding.Hired => canvas.Line(nameof(Words.ContactStandsHired)),
        ContactStanding.NotNow => canvas.Line(nameof(Words.ContactStandsNotNow)),
        ContactStanding.Declined => canvas.Line(nameof(Words.ContactStandsDeclined)),
        _ => canvas.Line(nameof(Words.ContactStandsWithdrawn)),
    };

    private static Html Kept(Canvas canvas, ContactPage.Own page, PassedOn details) => $"""
        <section class="card"><h2>{canvas.Text(nameof(Words.ContactOwnDetails))}</h2>
        {Forms.Form(canvas, page.Kept, ContactSteps.Correct, canvas.Text(nameof(Words.Save)), "main",
            $"{Forms.Details(canvas, ContactSteps.Correct, page.Introducing, details)}{Forms.HearsChoice(canvas, ContactSteps.Correct, page.Introducing, page.Hears)}")}
        </section>
        {Parts.Withdraw(canvas, page)}
        {(page.Pool || page.Standing != ContactStanding.Hired ? AnotherTime(canvas, page) : Html.None)}
        """;

    // Whoever was hired is not asked whether there may be another time.
    private static Html AnotherTime(Canvas canvas, ContactPage.Own page) => $"""
        <section><h2>{canvas.Text(nameof(Words.ContactPoolHeading))}</h2>
        <p>{(page.Pool
            ? canvas.Text(nameof(Words.ContactPoolOn), canvas.Programme.Company)
            : canvas.Text(nameof(Words.ContactPoolLead), canvas.Programme.Company, PrivacyNotice.Months(page.Kept.PoolMonths, canvas.Say)))}</p>
        {Forms.Form(canvas, page.Kept, ContactSteps.Pool, canvas.Text(page.Pool ? nameof(Words.ContactPoolNo) : nameof(Words.ContactPoolYes)), "other",
            $"""<input type="hidden" name="pool" value="{(page.Pool ? "no" : "yes")}">""")}
        </section>
        """;

    private static Html Everything(Canvas canvas, ContactPage.Own page) => $"""
        <section><h2>{canvas.Text(nameof(Words.ContactEverythingHeading))}</h2>
        <p>{canvas.Text(nameof(Words.ContactEverythingLead))}</p>
        <h3>{canvas.Text(nameof(Words.ContactHistoryHeading))}</h3>
        <ul>{Html.All(page.History.Select(happening => (Html)$"<li>{Happened(canvas, happening)}</li>"))}</ul>
        {Parts.Disclosures(canvas, page.Disclosures)}
        <p><a href="?format=json" download="introduction.json">{canvas.Text(nameof(Words.ContactExport))}</a></p>
        </section>
        """;

    private static Line Happened(Canvas canvas, Happening happening)
    {
        var at = canvas.Say.Moment(happening.At, canvas.Programme.Zone);
        return happening.By is { } by
            ? canvas.Line(happening.Step switch
            {
                Steps.Introduce => nameof(Words.ContactHappenedIntroduce),
                Steps.Withdraw => nameof(Words.ContactHappenedWithdrawn),
                _ => StepWords.Deed(happening.Step),
            }, new Run.Typed(by), at)
            : canvas.Line(happening.Step switch
            {
                ContactSteps.Agree => nameof(Words.ContactHappenedAgree),
                ContactSteps.Decline or ContactSteps.Deny => nameof(Words.ContactHappenedDecline),
                ContactSteps.Confirm => nameof(Words.ContactHappenedConfirm),
                ContactSteps.Correct => nameof(Words.ContactHappenedCorrect),
                ContactSteps.Withdraw or ContactSteps.Never => nameof(Words.ContactHappenedWithdraw),
                ContactSteps.Pool => nameof(Words.ContactHappenedPool),
                ContactSteps.Abuse => nameof(Words.ContactHappenedAbuse),
                Steps.Expire or Steps.Purge => nameof(Words.ContactHappenedPurge),
                _ => nameof(Words.ContactHappenedOther),
            }, at);
    }
}
