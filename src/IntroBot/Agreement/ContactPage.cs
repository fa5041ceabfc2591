using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>
/// What the contact's page shows, whatever draws it. A link that is unknown, dead, expired or erased has no page (null), and looks the same in every one of these cases.
/// <paramref name="Language"/> is the introducer's choice until the contact answered, and the contact's own from then on.
/// </summary>
public abstract record ContactPage(Language Language, Introducing Introducing, Kept Kept)
{
    /// <summary>
    /// Behind the forwarded link while the contact is asked (<c>awaiting-agreement</c>). <paramref name="Details"/> is what the introducer said, for the contact to correct; there is no address and no
    /// note yet. Offers <c>agree</c>, <c>decline</c>, <c>never</c>, <c>abuse</c>. Unanswered, all of it is deleted at <paramref name="Until"/>.
    /// </summary>
    public sealed record Invited(Language Language, Introducing Introducing, Kept Kept, PassedOn Details, DateTimeOffset Until) : ContactPage(Language, Introducing, Kept);

    /// <summary>
    /// Behind the forwarded link when the contact was introduced on somebody's word. <paramref name="Details"/> is what was passed on. Offers <c>confirm</c> (with corrections), <c>deny</c>,
    /// <c>withdraw</c>, <c>never</c>, <c>abuse</c>. Unanswered, the details are deleted at <paramref name="Until"/>.
    /// </summary>
    public sealed record ByWord(Language Language, Introducing Introducing, Kept Kept, PassedOn Details, ImmutableArray<Disclosure> Disclosures, DateTimeOffset Until)
        : ContactPage(Language, Introducing, Kept);

    /// <summary>
    /// Behind the contact's own link. While there are <paramref name="Details"/>: <c>correct</c>, <c>withdraw</c>, <c>pool</c>, <c>erase</c>, <c>never</c>, <c>abuse</c>; once they are purged
    /// (withdrawn, declined, kept long enough): <c>erase</c>, <c>never</c>, <c>abuse</c>. <paramref name="Recruiter"/> is who looks after it. <paramref name="Until"/> is when the details
    /// will be purged and, once they are, when the page closes; where that is known. <paramref name="Export"/> is every stored field about the contact, for <c>?format=json</c>.
    /// </summary>
    public sealed record Own(
        Language Language, Introducing Introducing, Kept Kept, PassedOn? Details, ContactStanding Standing, string? Recruiter, Hears Hears, bool Pool, DateTimeOffset? Until,
        ImmutableArray<Happening> History, ImmutableArray<Disclosure> Disclosures, JsonObject Export)
        : ContactPage(Language, Introducing, Kept)
    {
        /// <summary>Whether it came to an end that the recruiters gave it: there is nothing left to take back, only to erase.</summary>
        public bool HasEnded => Standing is ContactStanding.Hired or ContactStanding.NotNow;
    }
}

/// <summary>Who introduces the contact to whom: names as people read them. <paramref name="Recruiters"/> may be empty where the team's title has to do (a discreet route).</summary>
public sealed record Introducing(string Code, string Introducer, Bilingual Team, ImmutableArray<string> Recruiters, DateTimeOffset At);

/// <summary>What is passed on, exactly; each is a field of the form by the same name in lower case. <paramref name="Relation"/> and <paramref name="Note"/> are the introducer's words.</summary>
public sealed record PassedOn(string Contact, string? About, string? Location, string? Relation, string? Address, string? Note);

/// <summary>How long things are kept, as the programme says: without an answer, in days; after the end, after a hire, in the talent pool and as a record without identity, in months.</summary>
public sealed record Kept(int UnansweredDays, int ClosedMonths, int HiredMonths, int PoolMonths, int RecordMonths);

/// <summary>Where things stand, as coarsely as the contact is told.</summary>
public enum ContactStanding
{
    /// <summary>No recruiter took it yet.</summary>
    Waiting,

    /// <summary>A recruiter looks after it: taken, met or in process.</summary>
    Underway,

    /// <summary>Hired.</summary>
    Hired,

    /// <summary>Closed kindly.</summary>
    NotNow,

    /// <summary>Taken back by the contact or the introducer, or denied.</summary>
    Withdrawn,

    /// <summary>The contact said no.</summary>
    Declined,
}

/// <summary>How much of it the introducer hears; the field <c>hears</c> has <c>each-step</c>, <c>end</c> or <c>nothing</c>.</summary>
public enum Hears
{
    /// <summary>Each step.</summary>
    EachStep,

    /// <summary>Only how it ends.</summary>
    End,

    /// <summary>Nothing; declining looks the same as not answering.</summary>
    Nothing,
}

/// <summary>Something that happened: the event's step, and by whom; null is the contact or the clock.</summary>
public sealed record Happening(string Step, string? By, DateTimeOffset At);

/// <summary>Somebody opened the details, or they were handed over: who, and when.</summary>
public sealed record Disclosure(string Who, DateTimeOffset At);

/// <summary>
/// A press on the page. <paramref name="Step"/> is one of <see cref="ContactSteps"/>; <paramref name="Fields"/> holds what the form sent, by name: <c>contact</c>, <c>about</c>, <c>location</c>,
/// <c>address</c> as typed; <c>relation</c> and <c>note</c> only ever empty (struck out); <c>hears</c>; <c>language</c> (<c>en</c>, <c>fr</c>); <c>pool</c> (<c>yes</c>, <c>no</c>). A field
/// that is absent stays as it is. <paramref name="Nonce"/> is the same only when the same form is sent twice with the same content: it is the request's id. <paramref name="Language"/> is the one the page was read in, for sentences and
/// as evidence, as is <paramref name="Notice"/>, the version of the privacy notice that stood on it (<see cref="PrivacyNotice.Version"/>).
/// </summary>
public sealed record ContactPress(string Step, string Nonce, ImmutableDictionary<string, string> Fields, Language Language, string Notice);

/// <summary>What a press came to. Null instead of an answer: there is no such page (any more), as in <see cref="ContactPage"/>.</summary>
public abstract record ContactAnswer
{
    /// <summary>A forwarded link was answered and is dead from now on; <paramref name="OwnToken"/> opens the contact's own page. The very same press, repeated, answers the same.</summary>
    public sealed record Answered(ContactPage Page, string Step, string OwnToken) : ContactAnswer;

    /// <summary>Done; the page as it is now.</summary>
    public sealed record Done(ContactPage Page, string Step) : ContactAnswer;

    /// <summary>Everything is erased; there is no page any more.</summary>
    public sealed record Erased : ContactAnswer;

    /// <summary>Nothing was changed: a sentence beside each field that cannot stay as it is, in the language of the press. The page keeps what was typed.</summary>
    public sealed record Refused(ContactPage Page, ImmutableDictionary<string, string> Errors) : ContactAnswer;
}

/// <summary>Opens the page behind a link, changing nothing. An unknown token takes as long as a dead one.</summary>
public delegate Task<ContactPage?> OpenContactPage(string token, CancellationToken cancellation);

/// <summary>Carries out a press on the page behind a link.</summary>
public delegate Task<ContactAnswer?> AnswerContactPage(string token, ContactPress press, CancellationToken cancellation);
