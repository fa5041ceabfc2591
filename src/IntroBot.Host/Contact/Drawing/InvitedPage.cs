using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>Asks the contact first: who would introduce them to whom, what would be passed on, agree or not.</summary>
internal static class InvitedPage
{
    public static Html Draw(Canvas canvas, ContactPage.Invited page)
    {
        var introducer = new Run.Typed(page.Introducing.Introducer);
        return $"""
            <h1>{canvas.Line(nameof(Words.ContactInvitedHeading), introducer, canvas.Programme.Company)}</h1>
            <p class="lead">{canvas.Text(nameof(Words.ContactInvitedLead))}</p>
            <p>{canvas.Line(nameof(Words.ContactHow), Parts.Recipients(canvas, page.Introducing))}</p>
            {Parts.Why(canvas)}
            <section class="card"><h2>{canvas.Text(nameof(Words.ContactPassingOn))}</h2>
            <p>{canvas.Line(nameof(Words.ContactPassedOnLead), introducer)}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Agree, canvas.Text(nameof(Words.ContactAgreeButton)), "main",
                $"{Forms.Details(canvas, ContactSteps.Agree, page.Introducing, page.Details)}{Forms.HearsChoice(canvas, ContactSteps.Agree, page.Introducing, Hears.EachStep)}{Parts.NoticeBelow(canvas)}")}
            </section>
            <section class="card"><h2>{canvas.Text(nameof(Words.ContactDeclineHeading))}</h2>
            <p>{canvas.Line(nameof(Words.ContactDeclineLead), introducer)}</p>
            {Forms.Form(canvas, page.Kept, ContactSteps.Decline, canvas.Text(nameof(Words.ContactDeclineButton)), "other",
                Forms.Box("decline-hears", "hears", Forms.Value(Hears.Nothing), canvas.Line(nameof(Words.ContactDeclineQuietly), introducer)))}
            <p class="quiet">{canvas.Text(nameof(Words.ContactUntilUnanswered), canvas.Day(page.Until))}</p>
            </section>
            {Parts.Never(canvas, page, null)}
            {Parts.Abuse(canvas, page)}
            {Parts.Notice(canvas, page)}
            """;
    }
}
