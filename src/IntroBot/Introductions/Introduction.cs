using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Introductions;

/// <summary>Where an introduction stands (docs/architecture.md has the table of steps).</summary>
public enum State
{
    /// <summary>In a route's channel; no recruiter has taken it.</summary>
    Waiting,

    /// <summary>A recruiter took it.</summary>
    Acknowledged,

    /// <summary>Recruiter and contact met.</summary>
    Met,

    /// <summary>The contact is in a hiring process.</summary>
    InProcess,

    /// <summary>Hired.</summary>
    Hired,

    /// <summary>Closed kindly; can be reopened.</summary>
    NotNow,

    /// <summary>Taken back by the introducer or the contact, or denied; the details are erased.</summary>
    Withdrawn,

    /// <summary>The contact is asked and has not answered; no recruiter sees anything of it.</summary>
    AwaitingAgreement,

    /// <summary>The contact said no; the details are erased.</summary>
    Declined,

    /// <summary>Nobody answered in time; the details are erased.</summary>
    Expired,

    /// <summary>Erased by the contact: a tombstone.</summary>
    Erased,
}

/// <summary>Something done to an introduction, as its card tells it.</summary>
public sealed record Deed(string Step, PersonId By, DateTimeOffset At);

/// <summary>
/// The head of an introduction: where it stands and what its card shows. Nothing here identifies the contact; that is <see cref="Details"/>, in a row of its own.
/// </summary>
public sealed record Introduction
{
    /// <summary>Its id, derived from the request that made it.</summary>
    public required IntroductionId Id { get; init; }

    /// <summary>Six characters of Crockford's base32, lower case; people read <c>INT-7K3F2Q</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Where it stands.</summary>
    public State State { get; init; }

    /// <summary>Who introduces.</summary>
    public required PersonId Introducer { get; init; }

    /// <summary>Where it was introduced, which is where the introducer hears of it first.</summary>
    public PlatformKind Platform { get; init; }

    /// <summary>The route's name.</summary>
    public required string Route { get; init; }

    /// <summary>Who took it.</summary>
    public PersonId? Claimer { get; init; }

    /// <summary>Whom it was passed to, as the programme writes people; they may take it besides the route's recruiters.</summary>
    public string? PassedTo { get; init; }

    /// <summary>Whom it was passed to, where a platform knows them.</summary>
    public PersonId? PassedOnTo { get; init; }

    /// <summary>How often it was passed on; each time a new card is posted and the former one closed.</summary>
    public int Round { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it waits for a recruiter.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    /// <summary>What the contact does, for the card. Null once the details are purged.</summary>
    public string? About { get; init; }

    /// <summary>Where, for the card.</summary>
    public string? Location { get; init; }

    /// <summary>How the introducer knows the contact, for the card.</summary>
    public string? Relation { get; init; }

    /// <summary>The introducer wants no private messages about it.</summary>
    public bool Muted { get; init; }

    /// <summary>The key of the reason it was closed for.</summary>
    public string? Reason { get; init; }

    /// <summary>Codes of other introductions of the same contact, for recruiters.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>The contact agreed or confirmed on their own page; until then it rests on the introducer's word, or on nothing yet.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The one live link to the contact's page; null when there is none (any more).</summary>
    public ContactLink? Link { get; init; }

    /// <summary>The hashes of all links given out so far, the live one last.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The language the contact is written to in; the contact's own choice once they answered. Null is the introducer's.</summary>
    public Language? ContactLanguage { get; init; }

    /// <summary>How much of it the introducer hears, as the contact chose.</summary>
    public Hears Hears { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Since when the contact wants to be kept in mind; null when they do not.</summary>
    public DateTimeOffset? PoolSince { get; init; }

    /// <summary>The details were purged by the clock, whatever the state.</summary>
    public bool Purged { get; init; }

    /// <summary>Where a tombstone stood when it was erased.</summary>
    public State? Ended { get; init; }

    /// <summary>What is done once in its life, and when: reminders, notes to recruiters, a report.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Marks { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The last 12 deeds, oldest first.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } = [];

    /// <summary>Counters of the rows e|, o| and t|.</summary>
    public Counters Next { get; init; } = new(0, 0, 0);

    /// <summary>Since when whoever carries it has told nothing new; since when it waits while nobody does.</summary>
    [JsonIgnore]
    public DateTimeOffset QuietSince => Latest(
        Deeds.LastOrDefault(static deed => deed.Step is Steps.Claim or Steps.TakeOver or Steps.Met or Steps.InProcess or Steps.Reopen)?.At ?? WaitingSince, Steps.AskIntroducer);

    /// <summary>What people call it.</summary>
    [JsonIgnore]
    public string DisplayCode => $"INT-{Code.ToUpperInvariant()}";

    /// <summary>Whether the introduction may still go on without being reopened.</summary>
    [JsonIgnore]
    public bool IsOpen => State is State.AwaitingAgreement or State.Waiting or State.Acknowledged or State.Met or State.InProcess;

    /// <summary>Whether it belongs in its route's channel.</summary>
    [JsonIgnore]
    public bool HasCard => State is State.Waiting or State.Acknowledged or State.Met or State.InProcess or State.Hired or State.NotNow;

    /// <summary>After declining quietly: the link the introducer believes to be live, which leads nowhere.</summary>
    public ContactLink? Decoy { get; init; }

    /// <summary>Declined without a word to the introducer: to them it is an introduction nobody has answered yet.</summary>
    [JsonIgnore]
    public bool IsQuiet => State == State.Declined && Hears == Hears.Nothing;

    /// <summary>Whether it is open for all the introducer is to know.</summary>
    [JsonIgnore]
    public bool LooksOpen => IsOpen || IsQuiet || IsHidden;

    /// <summary>Whether the introducer is not to know where exactly it stands.</summary>
    [JsonIgnore]
    public bool IsHidden => HasCard && (Hears == Hears.Nothing || (Hears == Hears.End && IsOpen));

    /// <summary>Whether there is a link to pass on, which the contact has not answered.</summary>
    [JsonIgnore]
    public bool IsAsked => IsQuiet || Link is { Purpose: not LinkPurpose.Own };

    /// <summary>A moment, or when something was marked last, whichever came later.</summary>
    public DateTimeOffset Latest(DateTimeOffset at, string marked) => Marks.TryGetValue(marked, out var since) && since > at ? since : at;

    /// <summary>Whether something was marked since a moment.</summary>
    public bool IsMarked(string what, DateTimeOffset since) => Marks.TryGetValue(what, out var at) && at >= since;

    /// <summary>With another link in place of the former, which is dead from then on.</summary>
    public Introduction With(ContactLink link) => this with { Link = link, Links = [.. Links, link.Hash] };

    /// <summary>With something marked as done.</summary>
    public Introduction Marked(string what, DateTimeOffset at) => this with { Marks = Marks.ToImmutableDictionary().SetItem(what, at) };

    /// <summary>The marks without one, which counts anew.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Unmarked(string what) => Marks.ToImmutableDictionary().Remove(what);

    /// <summary>Without what describes the contact; their own link stays, any other is dead.</summary>
    public Introduction Without() => this with
    {
        About = null,
        Location = null,
        Relation = null,
        Joined = [],
        PoolSince = null,
        Decoy = null,
        Link = Link is { Purpose: LinkPurpose.Own } ? Link : null,
        Links = Link is { Purpose: LinkPurpose.Own } ? Links : [],
    };
}

/// <summary>The next free number of each kind of row.</summary>
public sealed record Counters(int Event, int Effect, int Text);

/// <summary>Who the contact is: the one row that says so (<c>pii</c>). While they are asked, <paramref name="Contact"/> is what the introducer calls them and there is nothing else.
/// <paramref name="Contacts"/> are the partitions of the address in the table of contacts.</summary>
public sealed record Details(string Contact, string? Address, string? Note, IReadOnlyList<string> Contacts);

/// <summary>
/// Something that happened, for good: who, when, from where, what. Ids only; <paramref name="Text"/> is the number of the t| row a sentence stands in. <paramref name="Platform"/> is null
/// when it came from the contact's page or from the clock. <paramref name="Notice"/> and <paramref name="Language"/> are what the contact had read when they answered.
/// <paramref name="Removed"/> is how many rows of identity a purge deleted.
/// </summary>
public sealed record Event(
    int Seq, string Step, PersonId By, DateTimeOffset At, PlatformKind? Platform, State From, State To, string Route, string? Reason = null, int? Text = null, string? Notice = null, Language? Language = null,
    int? Removed = null);

/// <summary>A sentence somebody typed, in a row of its own (<c>t|seq</c>), erased with the details.</summary>
public sealed record Sentence(string Text);
