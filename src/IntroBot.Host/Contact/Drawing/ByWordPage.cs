using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>Tells the contact that they were introduced on somebody's word: what was passed on, to whom, who opened it; confirm or undo.</summary>
internal static class ByWordPage
{
    public static Html Draw(Canvas canvas, ContactPage.ByWord page)
    {
        var introducer = new Run.Typed(page.Introducing.Introducer);
        return $"""
            <h1>{canvas.Line(nameof(Words.ContactByWordHeading), introducer, canvas.Programme.Company)}</h1>
            <p class="lead">{canvas.Line(nameof(Words.ContactByWordLead), introducer, canvas.Day(page.Introducing.At), Parts.Recipients(canvas, page.Introducing))}</p>
            <p>{canvas.Text(nameof(Words.ContactByWordYours))}</p>
            {Parts.Why(canvas)}
            <section class="card"><h2>{canvas.Text(nameof(Words.ContactPassedOn))}</h2>
            <p>{canvas.Line(nameof(Words.ContactPassedOnLead), introducer)}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Confirm, canvas.Text(nameof(Words.ContactConfirmButton)), "main",
                $"{Forms.Details(canvas, ContactSteps.Confirm, page.Introducing, page.Details)}{Forms.HearsChoice(canvas, ContactSteps.Confirm, page.Introducing, Hears.EachStep)}{Parts.NoticeBelow(canvas)}")}
            {Parts.Disclosures(canvas, page.Disclosures)}
            </section>
            <section class="card"><h2>{canvas.Text(nameof(Words.ContactDenyHeading))}</h2>
            <p>{canvas.Line(nameof(Words.ContactDenyLead), introducer)}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Deny, canvas.Text(nameof(Words.ContactDenyButton)), "other", Html.None)}
            <p class="quiet">{canvas.Text(nameof(Words.ContactUntilUnanswered), canvas.Day(page.Until))}</p>
            </section>
            {Parts.Withdraw(canvas, page)}
            {Parts.Never(canvas, page, page.Details.Address)}
            {Parts.Abuse(canvas, page)}
            {Parts.Notice(canvas, page)}
            """;
    }
}
