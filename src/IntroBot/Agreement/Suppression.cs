using IntroBot.Introductions;
using IntroBot.Ledger;

namespace IntroBot.Agreements;

/// <summary>Who asked never to be contacted again, as a keyed hash of their address (<c>contact</c>, hash, <c>block</c>), for three years. Asked before an introduction is taken, and at the contact's answer.</summary>
public sealed class Suppression(IStore store, Keys keys, Timers timers, TimeProvider time, Func<Guid> newOp)
{
    /// <summary>The row beside the introductions of an address, and the kind of the moment that ends it.</summary>
    public const string Block = "block";

    private const int Years = 3;

    /// <summary>Whether somebody with this address asked not to be contacted.</summary>
    public async Task<bool> Holds(Address address, CancellationToken cancellation)
    {
        foreach (var partition in keys.Contact(address.Kind, address.Normal))
        {
            if (await store.Get(Table.Contact, partition, Block, cancellation) is { } row && Json.Read<Until>(row).At > time.GetUtcNow())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When a wish made now ends.</summary>
    public static DateTimeOffset Ends(DateTimeOffset asked) => asked.AddYears(Years);

    /// <summary>Keeps the wish.</summary>
    public async Task Keep(string partition, DateTimeOffset until, CancellationToken cancellation)
    {
        await timers.Plan(new Aggregate(Table.Contact, partition), Block, until, cancellation);
        await store.Commit(new Commit(Table.Contact, partition, newOp(), [new Write.Upsert(Block, Json.Write(new Until(until)))]), cancellation);
    }

    /// <summary>Forgets a wish that has ended; says when to come again for one that was made anew.</summary>
    public async Task<DateTimeOffset?> End(string partition, CancellationToken cancellation)
    {
        if (await store.Get(Table.Contact, partition, Block, cancellation) is not { } row)
        {
            return null;
        }

        var until = Json.Read<Until>(row).At;
        if (until > time.GetUtcNow())
        {
            return until;
        }

        await store.Commit(new Commit(Table.Contact, partition, newOp(), [new Write.Delete(Block, row.ETag)]), cancellation);
        return null;
    }

    private sealed record Until(DateTimeOffset At);
}
