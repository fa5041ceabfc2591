using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Tests.Contact;

/// <summary>One page of every kind, and what a press can come to, with the same words in every field or with ordinary ones.</summary>
internal static class SamplePages
{
    private static readonly DateTimeOffset s_began = new(2026, 11, 23, 9, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_closed = s_began.AddDays(3).AddMonths(3);
    private static readonly Kept s_kept = new(30, 3, 3, 24, 60);

    /// <summary>Every page by the token it stands behind.</summary>
    public static IReadOnlyDictionary<string, ContactPage> All(Language language, string? everywhere = null)
    {
        string Say(string usual) => everywhere ?? usual;
        var introducing = new Introducing(Say("INT-7K3F2Q"), Say("Emma Petit"), new Bilingual(Say("Technology"), Say("Technologie")), [Say("Léa Moreau"), Say("Ravi Shah")], s_began);
        var label = new PassedOn(Say("Ada du cours d’escalade"), Say("backend engineer"), Say("Lyon"), Say("We climb together on Tuesdays."), null, null);
        var details = new PassedOn(Say("Ada Martin"), Say("backend engineer"), Say("Lyon"), Say("Two years in the same team."), Say("ada.martin@example.com"), Say("She explains things so that everybody understands them."));
        ImmutableArray<Disclosure> opened = [new(Say("Léa Moreau"), s_began.AddHours(3)), new(Say("Omar Haddad"), s_began.AddDays(2))];
        ImmutableArray<Happening> history = [new("introduce", Say("Emma Petit"), s_began), new("agree", null, s_began.AddHours(2)), new("claim", Say("Léa Moreau"), s_began.AddHours(3)), new("correct", null, s_began.AddDays(1))];
        var own = new ContactPage.Own(language, introducing, s_kept, details, ContactStanding.Underway, Say("Léa Moreau"), Hears.End, false, null, history, opened, new JsonObject { ["contact"] = Say("Ada Martin") });
        return new Dictionary<string, ContactPage>
        {
            ["invited"] = new ContactPage.Invited(language, introducing, s_kept, label, s_began.AddDays(30)),
            ["by-word"] = new ContactPage.ByWord(language, introducing, s_kept, details, opened, s_began.AddDays(30)),
            ["by-word-discreet"] = new ContactPage.ByWord(language, introducing with { Recruiters = [] }, s_kept, details with { Location = null, Note = null, Relation = null }, [], s_began.AddDays(30)),
            ["own"] = own,
            ["own-waiting"] = own with { Standing = ContactStanding.Waiting, Recruiter = null, Disclosures = [], History = history[..2] },
            ["own-hired"] = own with { Standing = ContactStanding.Hired, Until = s_closed, Hears = Hears.EachStep },
            ["own-hired-erased"] = own with { Standing = ContactStanding.Hired, Until = s_closed, Details = null },
            ["own-not-now"] = own with { Standing = ContactStanding.NotNow, Until = s_began.AddMonths(24), Pool = true },
            ["own-withdrawn"] = own with { Standing = ContactStanding.Withdrawn, Until = s_closed, Details = null, Recruiter = null, History = [.. history, new("withdraw", null, s_began.AddDays(3))] },
            ["own-declined"] = own with { Standing = ContactStanding.Declined, Until = s_closed, Details = null, Recruiter = null, History = [history[0], new("decline", null, s_began.AddHours(2))], Disclosures = [] },
        };
    }

    /// <summary>What a press on a sample comes to: a name of "?" is refused beside every field.</summary>
    public static ContactAnswer Answer(string token, ContactPage page, ContactPress press, string? everywhere = null) => press switch
    {
        { Step: "erase" } => new ContactAnswer.Erased(),
        _ when press.Fields.GetValueOrDefault("contact") == "?" => new ContactAnswer.Refused(page, ImmutableDictionary<string, string>.Empty
            .Add("contact", everywhere ?? Phrases.In(page.Language).Text(nameof(Words.PageContactMissing))).Add("address", everywhere ?? Phrases.In(page.Language).Text(nameof(Words.PageAddressMissing)))),
        { Step: "withdraw" } when page is ContactPage.Own { Details: null } => new ContactAnswer.Refused(page, ImmutableDictionary<string, string>.Empty),
        { Step: "abuse" } => new ContactAnswer.Done(page, press.Step),
        _ when page is ContactPage.Own => new ContactAnswer.Done(page, press.Step),
        _ => new ContactAnswer.Answered(page, press.Step, $"own-of-{token}"),
    };
}
