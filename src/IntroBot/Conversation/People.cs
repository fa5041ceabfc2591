using System.Collections.Concurrent;
using IntroBot.Ledger;

namespace IntroBot.Conversation;

/// <summary>What somebody prefers; null means as it comes.</summary>
public sealed record Preferences(Language? Language = null, bool PrivateThanks = false);

/// <summary>Keeps who uses the bot (<c>people</c>, P, <c>head</c>): the name, the account they are reached at, what they prefer. A person is remembered with their first introduction or answer.</summary>
public sealed class People(IStore store, TimeProvider time, Func<Guid> newOp)
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<PersonId, (Head Head, DateTimeOffset At)> _cache = new();

    /// <summary>The person behind a profile; remembered, with the name as it is now, when they were not.</summary>
    public async Task<Person> Remember(Profile profile, CancellationToken cancellation)
    {
        var id = Ids.Person(profile.Account);
        var head = await Load(id, cancellation);
        if (head is null || head.Name != profile.Name)
        {
            await Save(id, row => (row ?? new Head(profile.Name, profile.Account, new Preferences())) with { Name = profile.Name }, cancellation);
        }

        return new Person(id, profile.Name, profile.Account);
    }

    /// <summary>A person; one whose row is gone is named by <see cref="Words.FormerColleague"/>.</summary>
    public async Task<Person> Get(PersonId id, CancellationToken cancellation) =>
        await Load(id, cancellation) is { } head ? new Person(id, head.Name, head.Account) : new Person(id, Phrases.In(Language.En).Text(nameof(Words.FormerColleague)), new Account(PlatformKind.Slack, "", ""));

    /// <summary>What they prefer.</summary>
    public async Task<Preferences> Preferences(PersonId id, CancellationToken cancellation) => (await Load(id, cancellation))?.Preferences ?? new Preferences();

    /// <summary>Keeps what they prefer.</summary>
    public Task Prefer(Profile profile, Preferences preferences, CancellationToken cancellation) =>
        Save(Ids.Person(profile.Account), row => (row ?? new Head(profile.Name, profile.Account, preferences)) with { Preferences = preferences }, cancellation);

    private async Task<Head?> Load(PersonId id, CancellationToken cancellation)
    {
        if (_cache.TryGetValue(id, out var cached) && time.GetUtcNow() - cached.At < s_fresh)
        {
            return cached.Head;
        }

        return await store.Get(Table.People, id.Value, "head", cancellation) is { } row ? Cache(id, Json.Read<Head>(row)) : null;
    }

    private async Task Save(PersonId id, Func<Head?, Head> change, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await store.Get(Table.People, id.Value, "head", cancellation);
            var head = change(row is null ? null : Json.Read<Head>(row));
            Write write = row is null ? new Write.Insert("head", Json.Write(head)) : new Write.Replace("head", Json.Write(head), row.ETag);
            if ((await store.Commit(new Commit(Table.People, id.Value, newOp(), [write]), cancellation)).Committed)
            {
                Cache(id, head);
                return;
            }
        }
    }

    // Short-lived, since another host may change what somebody prefers.
    private Head Cache(PersonId id, Head head)
    {
        if (_cache.Count >= Remembered)
        {
            _cache.Clear();
        }

        _cache[id] = (head, time.GetUtcNow());
        return head;
    }

    private sealed record Head(string Name, Account Account, Preferences Preferences);
}
