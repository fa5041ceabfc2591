using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Introductions;

/// <summary>An entry of an index: enough for a list, nothing of the contact.</summary>
public sealed record IndexEntry(
    IntroductionId Id, string Code, State State, string Route, PersonId Introducer, PersonId? Claimer, DateTimeOffset CreatedAt, bool Muted, bool Confirmed = false, bool Asked = false, bool Reminded = false, Hears Hears = Hears.EachStep)
{
    /// <summary>The entry of an introduction.</summary>
    public static IndexEntry Of(Introduction introduction) =>
        new(introduction.Id, introduction.Code, introduction.State, introduction.Route, introduction.Introducer, introduction.Claimer, introduction.CreatedAt, introduction.Muted,
            introduction.Confirmed, introduction.IsAsked, introduction.Marks.ContainsKey(Steps.Remind), introduction.Hears);

    /// <summary>As much of the introduction as the entry knows.</summary>
    [JsonIgnore]
    public Introduction Introduction => new()
    {
        Id = Id, Code = Code, State = State, Route = Route, Introducer = Introducer, Claimer = Claimer, CreatedAt = CreatedAt, WaitingSince = CreatedAt, Muted = Muted, Confirmed = Confirmed, Hears = Hears,
        Link = Asked ? new ContactLink("", LinkPurpose.Invite, 0) : null,
        Marks = Reminded ? ImmutableDictionary<string, DateTimeOffset>.Empty.Add(Steps.Remind, CreatedAt) : ImmutableDictionary<string, DateTimeOffset>.Empty,
    };
}

/// <summary>The rebuildable indexes: my introductions newest first, a route's open ones oldest first, what a recruiter has taken, codes.</summary>
public sealed class Indexes(IStore store, Func<Guid> newOp)
{
    /// <summary>Writes the entries of an introduction as it stands; a no-op when they stand so already.</summary>
    public async Task Write(Introduction introduction, CancellationToken cancellation)
    {
        var body = Json.Write(IndexEntry.Of(introduction));
        await Upsert(Mine(introduction.Introducer), MineKey(introduction.CreatedAt, introduction.Id), body, cancellation);
        if (introduction.State == State.Waiting)
        {
            await Upsert(Open(introduction.Route), OpenKey(introduction.WaitingSince, introduction.Id), body, cancellation);
        }

        if (introduction.IsOpen && introduction.Claimer is { } claimer)
        {
            await Upsert(Claims(claimer), OpenKey(introduction.CreatedAt, introduction.Id), body, cancellation);
        }
    }

    /// <summary>Takes out the entries that a step made untrue: of the route it waited in, of the recruiter who had taken it.</summary>
    public async Task Remove(Introduction introduction, string route, string claimer, string since, CancellationToken cancellation)
    {
        var waiting = $"{since}|{introduction.Id}";
        if (introduction.State != State.Waiting || introduction.Route != route || OpenKey(introduction.WaitingSince, introduction.Id) != waiting)
        {
            await Delete(Open(route), waiting, cancellation);
        }

        if (claimer.Length > 0 && (!introduction.IsOpen || introduction.Claimer?.Value != claimer))
        {
            await Delete(Claims(new PersonId(claimer)), OpenKey(introduction.CreatedAt, introduction.Id), cancellation);
        }
    }

    /// <summary>Enters a new introduction in "my introductions", so that its author finds it there at once and the day's limit counts it; what stands there already is newer and stays.</summary>
    public Task EnterMine(Introduction introduction, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Idx, Mine(introduction.Introducer), newOp(), [new Write.Insert(MineKey(introduction.CreatedAt, introduction.Id), Json.Write(IndexEntry.Of(introduction)))]), cancellation);

    /// <summary>A page of somebody's introductions, newest first, on from the entry that <paramref name="after"/> names.</summary>
    public async Task<(IReadOnlyList<IndexEntry> Entries, string? Next)> MyIntroductions(Person person, int take, string? after, CancellationToken cancellation)
    {
        var from = after is { Length: > 0 and <= 100 } key && key.All(static c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '|') ? key + "-" : "0";
        var rows = new List<Row>();
        foreach (var id in person.Everywhere)
        {
            rows.AddRange((await store.Query(Table.Idx, Mine(id), from, "a", take + 1, null, cancellation)).Rows);
        }

        var page = rows.OrderBy(static row => row.Key, StringComparer.Ordinal).Take(take).ToList();
        return ([.. page.Select(Json.Read<IndexEntry>)], rows.Count > take ? page[^1].Key : null);
    }

    /// <summary>How many introductions somebody made since an instant, counted up to <paramref name="limit"/>.</summary>
    public async Task<int> CountSince(Person person, DateTimeOffset since, int limit, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var id in person.Everywhere)
        {
            count += (await store.Query(Table.Idx, Mine(id), "0", Instants.Inverted(since) + "|~", limit, null, cancellation)).Rows.Count;
        }

        return count;
    }

    /// <summary>Notes that somebody asked recruiters first, for the day's limit.</summary>
    public Task EnterAsked(Question question, CancellationToken cancellation) => Upsert("asked|" + question.Asker, MineKey(question.At, question.Id), Json.Write(new Reserved(question.Id)), cancellation);

    /// <summary>How often somebody asked since an instant, counted up to <paramref name="limit"/>.</summary>
    public async Task<int> CountAsked(Person person, DateTimeOffset since, int limit, CancellationToken cancellation) =>
        (await store.Query(Table.Idx, "asked|" + person.Id, "0", Instants.Inverted(since) + "|~", limit, null, cancellation)).Rows.Count;

    /// <summary>Reserves a code for an introduction; false when another has it. A repeat of the same introduction has it already.</summary>
    public async Task<bool> Reserve(string code, IntroductionId id, CancellationToken cancellation)
    {
        var result = await store.Commit(new Commit(Table.Idx, "code|" + code, newOp(), [new Write.Insert("a", Json.Write(new Reserved(id)))]), cancellation);
        return result.Committed || (await store.Get(Table.Idx, "code|" + code, "a", cancellation) is { } row && Json.Read<Reserved>(row).Id == id);
    }

    private static string Mine(PersonId person) => "mine|" + person;

    private static string MineKey(DateTimeOffset created, IntroductionId id) => $"{Instants.Inverted(created)}|{id}";

    private static string Open(string route) => "open|" + route;

    private static string Claims(PersonId person) => "claim|" + person;

    private static string OpenKey(DateTimeOffset since, IntroductionId id) => $"{Instants.Ticks(since)}|{id}";

    private Task<CommitResult> Upsert(string partition, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Idx, partition, newOp(), [new Write.Upsert(key, body)]), cancellation);

    private Task<CommitResult> Delete(string partition, string key, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Idx, partition, newOp(), [new Write.Delete(key)]), cancellation);

    private sealed record Reserved(IntroductionId Id);
}
