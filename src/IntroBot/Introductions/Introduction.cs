using System.Text.Json.Serialization;
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

    /// <summary>Taken back; the details are erased.</summary>
    Withdrawn,
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

    /// <summary>How often it was passed on; each time a new card is posted and the former one closed.</summary>
    public int Round { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it waits for a recruiter.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    /// <summary>What the contact does, for the card. Null once withdrawn.</summary>
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

    /// <summary>The last 12 deeds, oldest first.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } = [];

    /// <summary>Counters of the rows e|, o| and t|.</summary>
    public Counters Next { get; init; } = new(0, 0, 0);

    /// <summary>What people call it.</summary>
    [JsonIgnore]
    public string DisplayCode => $"INT-{Code.ToUpperInvariant()}";

    /// <summary>Whether the introduction may still go on without being reopened.</summary>
    [JsonIgnore]
    public bool IsOpen => State is State.Waiting or State.Acknowledged or State.Met or State.InProcess;
}

/// <summary>The next free number of each kind of row.</summary>
public sealed record Counters(int Event, int Effect, int Text);

/// <summary>Who the contact is: the one row that says so (<c>pii</c>). <paramref name="Contacts"/> are the partitions of the address in the table of contacts.</summary>
public sealed record Details(string Contact, string Address, string? Note, IReadOnlyList<string> Contacts);

/// <summary>Something that happened, for good: who, when, from where, what. Ids only; <paramref name="Text"/> is the number of the t| row a sentence stands in.</summary>
public sealed record Event(int Seq, string Step, PersonId By, DateTimeOffset At, PlatformKind Platform, State From, State To, string Route, string? Reason = null, int? Text = null);

/// <summary>A sentence somebody typed, in a row of its own (<c>t|seq</c>), erased with the details.</summary>
public sealed record Sentence(string Text);
