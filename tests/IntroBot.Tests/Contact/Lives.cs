using IntroBot.Tests.Agreements;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Contact;

/// <summary>A link in one of the states it can be in, and whether it opens a page.</summary>
internal sealed record LinkInState(string State, string Token, bool Opens);

/// <summary>One company in which there is a link in every state.</summary>
internal static class Lives
{
    public static async Task<IReadOnlyList<LinkInState>> Live(Company company)
    {
        var links = new List<LinkInState>();
        void Add(string state, string token, bool opens) => links.Add(new LinkInState(state, token, opens));

        var old = await company.Asks(Office.Ines, ("contact", "Iris Old"));
        await company.Pass(31);
        Add("expired", old, false);

        Add("asked", await company.Asks(Office.Ines, ("contact", "Ada Asked")), true);
        Add("never given out", new string('A', 43), false);

        var answered = await company.Asks(Office.Ines, ("contact", "Bea Agreed"));
        Add("the contact's own", await company.Agrees(answered, ("contact", "Bea Agreed"), ("address", "bea@example.com")), true);
        Add("answered", answered, false);

        var declined = await company.Asks(Office.Ines, ("contact", "Cleo Declined"));
        Add("the contact's own after declining", Own(await company.Answer(declined, "decline")), true);
        Add("declined", declined, false);

        var withdrawn = await company.Agrees(await company.Asks(Office.Ines, ("contact", "Dora Withdrew")), ("contact", "Dora Withdrew"), ("address", "dora@example.com"));
        await company.Answer(withdrawn, "withdraw");
        Add("the contact's own after withdrawing", withdrawn, true);

        var erased = await company.Agrees(await company.Asks(Office.Ines, ("contact", "Elsa Erased")), ("contact", "Elsa Erased"), ("address", "elsa@example.com"));
        await company.Answer(erased, "erase");
        Add("erased", erased, false);

        await company.Introduced(Office.Ines, fields: [("contact", "Fay Onword"), ("address", "fay@example.com")]);
        Add("on somebody's word", company.LinkFor(Office.Ines), true);

        await company.Introduced(Office.Ines, fields: [("contact", "Gina Denied"), ("address", "gina@example.com")]);
        var denied = company.LinkFor(Office.Ines);
        await company.Answer(denied, "deny");
        Add("denied", denied, false);

        var replaced = await company.Asks(Office.Ines, ("contact", "Hanna Resent"));
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "resend");
        Add("replaced", replaced, false);
        return links;
    }

    private static string Own(IntroBot.Agreements.ContactAnswer? answer) => Assert.IsType<IntroBot.Agreements.ContactAnswer.Answered>(answer).OwnToken;
}
