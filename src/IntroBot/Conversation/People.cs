using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>What somebody prefers; null means as it comes.</summary>
public sealed record Preferences(Language? Language = null, bool PrivateThanks = false, AskPace Asks = AskPace.Never, DateOnly? PausedUntil = null);

/// <summary>How often somebody may be asked whether anybody comes to mind. Nobody is unless they say so.</summary>
public enum AskPace
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>At most once in three months.</summary>
    Quarterly,

    /// <summary>At most once a month.</summary>
    Monthly,
}

/// <summary>
/// Keeps who uses the bot (<c>people</c>, P, <c>head</c>): the name, the account they are first known by, their further accounts, what they prefer. A person is remembered with their first
/// introduction or answer. The row of a further account points to the first one's; what the programme file linked holds as long as the file says so.
/// </summary>
public sealed class People(IStore store, Programme programme, TimeProvider time, Func<Guid> newOp)
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<PersonId, (Head? Head, DateTimeOffset At)> _cache = new();

    /// <summary>The person behind a profile, remembered or not.</summary>
    public async Task<Person> Of(Profile profile, CancellationToken cancellation) =>
        await Find(Ids.Person(profile.Account), cancellation) ?? new Person(Ids.Person(profile.Account), profile.Name, profile.Account);

    /// <summary>A person; one whose row is gone is named by <see cref="Words.FormerColleague"/>.</summary>
    public async Task<Person> Get(PersonId id, CancellationToken cancellation) =>
        await Find(id, cancellation) ?? new Person(id, Phrases.In(Language.En).Text(nameof(Words.FormerColleague)), new Account(PlatformKind.Slack, "", ""));

    /// <summary>Remembers a person with all their accounts, by the name the account they are first known by has now.</summary>
    public async Task Remember(Person person, Profile profile, CancellationToken cancellation)
    {
        var name = profile.Account == person.Account ? profile.Name : person.Name;
        if (await Load(person.Id, cancellation) is not { } head || head.Name != name || !person.Others.All(head.Names))
        {
            await Save(person.Id, row => (row ?? new Head(name, person.Account, new Preferences())) with { Name = name }, cancellation);
            await KeepLinks(person, cancellation);
        }
    }

    /// <summary>Two people who turn out to be one: known by Slack's account where there is one. Kept at once when either is remembered, else with them.</summary>
    public async Task<Person> Join(Person one, Person other, CancellationToken cancellation)
    {
        var (first, second) = one.Account.Platform < other.Account.Platform || (one.Account.Platform == other.Account.Platform && string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0) ? (one, other) : (other, one);
        var joined = first with { Others = [.. first.Others.Concat(second.Accounts).Distinct()] };
        if (await Load(first.Id, cancellation) is not null || await Load(second.Id, cancellation) is not null)
        {
            await Save(joined.Id, row => row ?? new Head(joined.Name, joined.Account, new Preferences()), cancellation);
            await KeepLinks(joined, cancellation);
        }

        return joined;
    }

    /// <summary>What they prefer.</summary>
    public async Task<Preferences> Preferences(Person person, CancellationToken cancellation) => (await Load(person.Id, cancellation))?.Preferences ?? new Preferences();

    /// <summary>What the person behind an account prefers.</summary>
    public async Task<Preferences> Preferences(Account account, CancellationToken cancellation) =>
        await Find(Ids.Person(account), cancellation) is { } person ? await Preferences(person, cancellation) : new Preferences();

    /// <summary>Keeps what they prefer.</summary>
    public async Task Prefer(Person person, Profile profile, Preferences preferences, CancellationToken cancellation)
    {
        await Remember(person, profile, cancellation);
        await Save(person.Id, row => row! with { Preferences = preferences }, cancellation);
    }

    /// <summary>Forgets a person's name, where they are reached and what they prefer, under each of their accounts; from then on they are a former colleague.</summary>
    public async Task Forget(Person person, CancellationToken cancellation)
    {
        foreach (var id in person.Everywhere)
        {
            foreach (var row in new[] { "head", "home" })
            {
                await store.Commit(new Commit(Table.People, id.Value, newOp(), [new Write.Delete(row)]), cancellation);
            }

            _cache.TryRemove(id, out _);
        }
    }

    /// <summary>Reads everybody anew: what is stored changed in another way than through here.</summary>
    public void Refresh() => _cache.Clear();

    private async Task<Person?> Find(PersonId id, CancellationToken cancellation)
    {
        var head = await Load(id, cancellation);
        for (var hops = 0; hops < 4 && head is { To: { } to } && Holds(head.Account, to); hops++)
        {
            id = Ids.Person(to.Account);
            head = await Load(id, cancellation);
        }

        return head is null ? null : new Person(id, head.Name, head.Account) { Others = [.. head.Links.Where(link => Holds(head.Account, link)).Select(static link => link.Account)] };
    }

    /// <summary>Writes both sides of a remembered person's links; what the other accounts chose before goes along.</summary>
    private async Task KeepLinks(Person person, CancellationToken cancellation)
    {
        foreach (var account in person.Others)
        {
            var link = new Link(account, ByFile: programme.LinksInFile(person.Account, account));
            var before = await Load(Ids.Person(account), cancellation) is { To: null } own ? own.Preferences : new Preferences();
            await Save(person.Id, row => row!.Joined(link, before), cancellation);
            await Save(Ids.Person(account), row => (row ?? new Head(person.Name, account, new Preferences())) with { To = link with { Account = person.Account } }, cancellation);
        }
    }

    private bool Holds(Account account, Link link) => !link.ByFile || programme.LinksInFile(account, link.Account);

    private async Task<Head?> Load(PersonId id, CancellationToken cancellation)
    {
        if (_cache.TryGetValue(id, out var cached) && time.GetUtcNow() - cached.At < s_fresh)
        {
            return cached.Head;
        }

        return Cache(id, await store.Get(Table.People, id.Value, "head", cancellation) is { } row ? Json.Read<Head>(row) : null);
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
    private Head? Cache(PersonId id, Head? head)
    {
        if (_cache.Count >= Remembered)
        {
            _cache.Clear();
        }

        _cache[id] = (head, time.GetUtcNow());
        return head;
    }

    /// <summary>An account of the same person; <paramref name="ByFile"/> when the programme file says so, and not a common address.</summary>
    private sealed record Link(Account Account, bool ByFile);

    private sealed record Head(string Name, Account Account, Preferences Preferences, Link? To = null, IReadOnlyList<Link>? Others = null)
    {
        [JsonIgnore]
        public IReadOnlyList<Link> Links => Others ?? [];

        public bool Names(Account account) => Links.Any(link => link.Account == account);

        public Head Joined(Link link, Preferences before) => this with
        {
            To = null,
            Others = [.. Links.Where(known => known.Account != link.Account), link],
            Preferences = new Preferences(
                Preferences.Language ?? before.Language, Preferences.PrivateThanks || before.PrivateThanks, Preferences.Asks == AskPace.Never ? before.Asks : Preferences.Asks,
                before.PausedUntil > Preferences.PausedUntil ? before.PausedUntil : Preferences.PausedUntil ?? before.PausedUntil),
        };
    }
}
