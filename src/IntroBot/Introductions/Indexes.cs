using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Introductions;

/// <summary>An entry of an index: which introduction. Everything else is read where it is true.</summary>
public sealed record IndexEntry(IntroductionId Id);

/// <summary>A row of an index.</summary>
public readonly record struct Place(string Partition, string Key)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Partition} {Key}";
}

/// <summary>
/// The rebuildable indexes. <c>mine|P</c> has somebody's introductions newest first, and again the open ones under <c>open|</c> and the ended ones under <c>ended|</c>; <c>open|R</c> a route's waiting ones,
/// the longest first, and under <c>taken|</c> those somebody carries, the longest silent first; <c>for|P</c> those that were passed to one person and wait; <c>claim|P</c> those somebody carries; <c>code|…</c> codes.
/// </summary>
public sealed class Indexes(IStore store, Func<Guid> newOp)
{
    /// <summary>The prefix of one's open introductions.</summary>
    public const string OpenOnes = "open|";

    /// <summary>The prefix of one's ended introductions.</summary>
    public const string EndedOnes = "ended|";

    /// <summary>The prefix of a route's introductions that somebody carries.</summary>
    public const string Taken = "taken|";

    /// <summary>Sorts after every place.</summary>
    public const string End = "a";

    /// <summary>The rows an introduction has as it stands.</summary>
    public static IReadOnlyList<Place> Places(Introduction introduction)
    {
        var newest = $"{Instants.Inverted(introduction.CreatedAt)}|{introduction.Id}";
        var waiting = $"{Instants.Ticks(introduction.WaitingSince)}|{introduction.Id}";
        var quiet = $"{Instants.Ticks(introduction.QuietSince)}|{introduction.Id}";
        var mine = Mine(introduction.Introducer);
        List<Place> places = [new(mine, newest), new(mine, (introduction.LooksOpen ? OpenOnes : EndedOnes) + newest)];
        if (introduction.State == State.Waiting)
        {
            places.Add(new(Open(introduction.Route), waiting));
            places.AddRange(introduction.PassedOnTo is { } person ? [new(For(person), waiting)] : Array.Empty<Place>());
        }
        else if (introduction.IsOpen && introduction.Claimer is { } claimer)
        {
            places.AddRange([new(Claims(claimer), quiet), new(Open(introduction.Route), Taken + quiet)]);
        }

        return places;
    }

    /// <summary>Places as effects carry them.</summary>
    public static string Text(IEnumerable<Place> places) => string.Join(' ', places);

    /// <summary>Writes the rows of an introduction as it stands and takes out those it had before, which <paramref name="before"/> names.</summary>
    public async Task Write(Introduction introduction, string before, CancellationToken cancellation)
    {
        var places = Places(introduction);
        var body = Json.Write(new IndexEntry(introduction.Id));
        foreach (var partition in places.GroupBy(static place => place.Partition))
        {
            await Commit(partition.Key, [.. partition.Select(place => new Write.Upsert(place.Key, body))], cancellation);
        }

        foreach (var gone in before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(static pair => new Place(pair[0], pair[1])).Except(places))
        {
            await Commit(gone.Partition, [new Write.Delete(gone.Key)], cancellation);
        }
    }

    /// <summary>Enters a new introduction in "my introductions", so that its author finds it there at once and the day's limit counts it; what stands there already is newer and stays.</summary>
    public Task EnterMine(Introduction introduction, CancellationToken cancellation)
    {
        var body = Json.Write(new IndexEntry(introduction.Id));
        return Commit(Mine(introduction.Introducer), [.. Places(introduction).Where(place => place.Partition == Mine(introduction.Introducer)).Select(place => new Write.Insert(place.Key, body))], cancellation);
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
    public Task EnterAsked(Question question, CancellationToken cancellation) =>
        Commit("asked|" + question.Asker, [new Write.Upsert($"{Instants.Inverted(question.At)}|{question.Id}", Json.Write(new IndexEntry(question.Id)))], cancellation);

    /// <summary>How often somebody asked since an instant, counted up to <paramref name="limit"/>.</summary>
    public async Task<int> CountAsked(Person person, DateTimeOffset since, int limit, CancellationToken cancellation) =>
        (await store.Query(Table.Idx, "asked|" + person.Id, "0", Instants.Inverted(since) + "|~", limit, null, cancellation)).Rows.Count;

    /// <summary>Reserves a code for an introduction; false when another has it. A repeat of the same introduction has it already.</summary>
    public async Task<bool> Reserve(string code, IntroductionId id, CancellationToken cancellation) =>
        (await Commit("code|" + code, [new Write.Insert("a", Json.Write(new IndexEntry(id)))], cancellation)).Committed || await Find(code, cancellation) == id;

    /// <summary>The introduction a code stands for, or null; <paramref name="code"/> is six characters of Crockford's base32, lower case.</summary>
    public async Task<IntroductionId?> Find(string code, CancellationToken cancellation) =>
        await store.Get(Table.Idx, "code|" + code, "a", cancellation) is { } row ? Json.Read<IndexEntry>(row).Id : null;

    /// <summary>The partition of somebody's introductions.</summary>
    public static string Mine(PersonId person) => "mine|" + person;

    /// <summary>The partition of a route's introductions.</summary>
    public static string Open(string route) => "open|" + route;

    /// <summary>The partition of what somebody carries.</summary>
    public static string Claims(PersonId person) => "claim|" + person;

    /// <summary>The partition of what waits for one person to whom it was passed.</summary>
    public static string For(PersonId person) => "for|" + person;

    private Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation) => store.Commit(new Commit(Table.Idx, partition, newOp(), writes), cancellation);
}
