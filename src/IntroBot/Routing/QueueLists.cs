using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>What waits for somebody, in three lists that share nothing, each with the oldest first.</summary>
public sealed class QueueLists(Lists lists, Admission admission, Programme programme, TimeProvider time)
{
    /// <summary>Nobody took it in time, or whoever did has been silent for long.</summary>
    public const string Overdue = "overdue";

    /// <summary>Nobody has taken it yet.</summary>
    public const string Unclaimed = "unclaimed";

    /// <summary>The speaker carries it.</summary>
    public const string Mine = "mine";

    // A clock change may move a limit by its hour; what is read too much is not kept.
    private static readonly TimeSpan s_clockChange = TimeSpan.FromHours(1);

    /// <summary>The lists, the most pressing first.</summary>
    public static IReadOnlyList<string> All { get; } = [Overdue, Unclaimed, Mine];

    /// <summary>A page of one of the lists.</summary>
    public Task<Listed> Page(string list, Speaker speaker, Duties duties, int take, string? after, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return lists.Page([.. Ranges(list, speaker.Person, duties, now)], take, after, introduction => Belongs(list, introduction, admission.Actor(speaker, introduction), now), cancellation);
    }

    private IEnumerable<IndexRange> Ranges(string list, Person person, Duties duties, DateTimeOffset now) => list switch
    {
        Mine => person.Everywhere.Select(id => new IndexRange(Indexes.Claims(id), "", Before(programme.Routes.Min(route => Silent(route, now))), Indexes.End)),
        Unclaimed => [.. duties.Routes.Select(route => new IndexRange(Indexes.Open(route.Name), "", Before(Unanswered(route, now)), Indexes.End)), .. PassedTo(person)],
        _ =>
        [
            .. duties.Routes.Select(route => new IndexRange(Indexes.Open(route.Name), "", "", After(Unanswered(route, now)))),
            .. duties.Backs.Select(route => new IndexRange(Indexes.Open(route.Name), Indexes.Taken, "", After(Silent(route, now)))),
            .. PassedTo(person),
            .. person.Everywhere.Select(id => new IndexRange(Indexes.Claims(id), "", "", After(programme.Routes.Max(route => Silent(route, now))))),
        ],
    };

    private static IEnumerable<IndexRange> PassedTo(Person person) => person.Everywhere.Select(static id => new IndexRange(Indexes.For(id), "", "", Indexes.End));

    private bool Belongs(string list, Introduction introduction, Actor actor, DateTimeOffset now)
    {
        var isOverdue = programme.IsOverdue(introduction, now);
        return introduction.State switch
        {
            State.Waiting => list == (isOverdue ? Overdue : Unclaimed) && (actor.IsRecruiter || actor.IsFallback || actor.IsOwner),
            State.Acknowledged or State.Met or State.InProcess => actor.Carries(introduction) && (isOverdue ? list == Overdue : list == Mine && actor.Person.Is(introduction.Claimer)),
            _ => false,
        };
    }

    private DateTimeOffset Unanswered(Route route, DateTimeOffset now) => programme.SubtractWorkingDays(route, now, Promises.ToAnswer);

    private DateTimeOffset Silent(Route route, DateTimeOffset now) => programme.SubtractWorkingDays(route, now, Promises.ToTell);

    private static string Before(DateTimeOffset limit) => Instants.Ticks(limit - s_clockChange);

    private static string After(DateTimeOffset limit) => Instants.Ticks(limit + s_clockChange);
}
