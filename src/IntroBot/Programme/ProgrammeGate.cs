using IntroBot.Ledger;

namespace IntroBot.Programmes;

/// <summary>
/// Puts the programme in force when a host starts, and refuses a file that another has already replaced. The ledger keeps, in <c>config | programme</c>, the
/// hash in force (<c>head</c>) and a row for every file seen (<c>h|hash</c>); hosts that start at once are settled by the head's ETag.
/// </summary>
public sealed class ProgrammeGate(IStore store, TimeProvider clock, Func<Guid> newOp)
{
    private const string Partition = "programme";
    private const string HeadKey = "head";

    /// <summary>Puts a programme in force, or finds that it is already; since when.</summary>
    /// <exception cref="ProgrammeException">The file was in force before and has been replaced.</exception>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<DateTimeOffset> Enter(Programme programme, CancellationToken cancellation)
    {
        DateTimeOffset? since;
        while ((since = await TryEnter(programme, cancellation)) is null)
        {
            // Another host moved the head in between; each turn of this loop is one that another host won.
        }

        return since.Value;
    }

    /// <summary>Since when a programme is in force, and when a newer file replaced it (hosts that run keep theirs until they are started again). Null when it never was.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<InForce?> Standing(Programme programme, CancellationToken cancellation) =>
        await store.Get(Table.Config, Partition, SeenKey(programme.Hash), cancellation) is { } row ? Json.Read<InForce>(row) : null;

    private async Task<DateTimeOffset?> TryEnter(Programme programme, CancellationToken cancellation)
    {
        var headRow = await store.Get(Table.Config, Partition, HeadKey, cancellation);
        var head = headRow is null ? null : Json.Read<Head>(headRow);
        if (head?.Hash == programme.Hash)
        {
            return head.Since;
        }

        if (await store.Get(Table.Config, Partition, SeenKey(programme.Hash), cancellation) is { } seen)
        {
            await RefuseUnlessMoved(programme, Json.Read<InForce>(seen), headRow, cancellation);
            return null;
        }

        var now = clock.GetUtcNow();
        var commit = new Commit(Table.Config, Partition, newOp(), Replacing(headRow, head, programme.Hash, now));
        return (await store.Commit(commit, cancellation)).Committed ? now : null;
    }

    private static List<Write> Replacing(Row? headRow, Head? head, string hash, DateTimeOffset now)
    {
        var next = Json.Write(new Head(hash, now));
        var seen = new Write.Insert(SeenKey(hash), Json.Write(new InForce(now, null)));
        return headRow is null || head is null
            ? [new Write.Insert(HeadKey, next), seen]
            :
            [
                new Write.Replace(HeadKey, next, headRow.ETag),
                seen,
                new Write.Upsert(SeenKey(head.Hash), Json.Write(new InForce(head.Since, now))),
            ];
    }

    /// <summary>The head was read before the seen row: when it moved in between, it may have moved to this very file.</summary>
    private async Task RefuseUnlessMoved(Programme programme, InForce seen, Row? headRow, CancellationToken cancellation)
    {
        var again = await store.Get(Table.Config, Partition, HeadKey, cancellation);
        if (again?.ETag == headRow?.ETag)
        {
            throw new ProgrammeException(Superseded(programme, seen));
        }
    }

    private static string Superseded(Programme programme, InForce seen)
    {
        var replaced = TimeZoneInfo.ConvertTime(seen.Replaced ?? seen.Since, programme.Zone);
        var moment = FormattableString.Invariant($"{replaced:yyyy-MM-dd} at {replaced:HH:mm} ({programme.Zone.Id})");
        return $"{programme.File}: this file was replaced by a newer one on {moment}, so this host does not start with it. Give it the newer file. "
            + "To go back to this one on purpose, change a line of it, for example a comment with today's date, so that it counts as new.";
    }

    private static string SeenKey(string hash) => $"h|{hash}";

    private sealed record Head(string Hash, DateTimeOffset Since);
}
