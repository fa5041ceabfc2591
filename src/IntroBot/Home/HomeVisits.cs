using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Homes;

/// <summary>Who looked at their home of late (<c>people</c>, P, <c>home</c>).</summary>
public sealed class HomeVisits(IStore store, TimeProvider time, Func<Guid> newOp)
{
    private const string Key = "home";

    // Slack tells of every opening, and draws it anew then. What changes while nobody looks need not be drawn.
    private static readonly TimeSpan s_late = TimeSpan.FromHours(1);

    /// <summary>Somebody looks at it now.</summary>
    public Task Note(PersonId person, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.People, person.Value, newOp(), [new Write.Upsert(Key, Json.Write(new Visit(time.GetUtcNow())))]), cancellation);

    /// <summary>Whether somebody may be looking at it still.</summary>
    public async Task<bool> IsOpen(PersonId person, CancellationToken cancellation) =>
        await store.Get(Table.People, person.Value, Key, cancellation) is { } row && time.GetUtcNow() - Json.Read<Visit>(row).At < s_late;

    private sealed record Visit(DateTimeOffset At);
}
