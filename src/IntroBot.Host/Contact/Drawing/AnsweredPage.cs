using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>What the answer came to, and the contact's own link, which nobody else has.</summary>
internal static class AnsweredPage
{
    public static Html Draw(Canvas canvas, ContactAnswer.Answered answered)
    {
        var introducer = new Run.Typed(answered.Page.Introducing.Introducer);
        var (heading, text) = answered.Step switch
        {
            ContactSteps.Agree => (nameof(Words.ContactAgreedHeading), nameof(Words.ContactAgreedText)),
            ContactSteps.Confirm => (nameof(Words.ContactConfirmedHeading), nameof(Words.ContactConfirmedText)),
            ContactSteps.Decline => (nameof(Words.ContactDeclinedHeading), nameof(Words.ContactDeclinedText)),
            ContactSteps.Deny => (nameof(Words.ContactDeniedHeading), nameof(Words.ContactDeniedText)),
            ContactSteps.Withdraw => (nameof(Words.ContactDeclinedHeading), nameof(Words.ContactDoneWithdraw)),
            _ => (nameof(Words.ContactDoneNever), nameof(Words.ContactDoneWithdraw)),
        };
        var own = canvas.Address.Page(answered.OwnToken).AbsoluteUri;
        return $"""
            <h1>{canvas.Text(heading)}</h1>
            <p class="lead">{canvas.Line(text, introducer)}</p>
            <section class="card"><h2>{canvas.Text(nameof(Words.ContactOwnLinkHeading))}</h2>
            <p>{canvas.Line(nameof(Words.ContactOwnLinkText), introducer)}</p>
            <p><a class="main" href="{own}">{canvas.Text(nameof(Words.ContactOwnLinkOpen))}</a></p>
            <p class="link">{own}</p>
            </section>
            """;
    }
}
