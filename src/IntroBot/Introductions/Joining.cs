using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>The same contact introduced twice: joined, never refused. Found by a keyed hash of the address; recruiters see the other codes on the card.</summary>
public sealed class Joining(IStore store, IntroductionReader reader, StepRunner runner, Programme programme, Outbox outbox, Func<Guid> newOp)
{
    private const int Joined = 100;
    private const int Shown = 10;

    /// <summary>Enters the introduction under its contact's address and tells its cards, and the others' there, of each other.</summary>
    public async Task<EffectResult> Join(Introduction introduction, CancellationToken cancellation)
    {
        if (await reader.Details(introduction.Id, cancellation) is not { Details: { Contacts.Count: > 0 } details })
        {
            return EffectResult.Done.Nothing;
        }

        var entry = new Entry(introduction.Id, introduction.Code);
        await store.Commit(new Commit(Table.Contact, details.Contacts[0], newOp(), [new Write.Upsert(introduction.Id.Value, Json.Write(entry))]), cancellation);
        var all = new List<Entry> { entry };
        foreach (var partition in details.Contacts)
        {
            all.AddRange(await Entries(partition, cancellation));
        }

        foreach (var other in all.DistinctBy(static found => found.Id))
        {
            await Show(other.Id, all.Where(found => found.Id != other.Id).Select(static found => found.Code), cancellation);
        }

        if (introduction.Confirmed)
        {
            await Tell(introduction, all.Select(static found => found.Id).Distinct().ToList(), cancellation);
        }

        return EffectResult.Done.Nothing;
    }

    /// <summary>Whether an introduction stands under an address.</summary>
    public async Task<bool> Remains(string partition, IntroductionId id, CancellationToken cancellation) => await store.Get(Table.Contact, partition, id.Value, cancellation) is not null;

    /// <summary>The introductions that stand under an address.</summary>
    public async Task<IReadOnlyList<IntroductionId>> Under(string partition, CancellationToken cancellation) => [.. (await Entries(partition, cancellation)).Select(static entry => entry.Id)];

    /// <summary>Takes the introduction out from under an address that no longer counts, and off the others' cards.</summary>
    public async Task<EffectResult> Unjoin(Introduction introduction, string partition, CancellationToken cancellation)
    {
        await store.Commit(new Commit(Table.Contact, partition, newOp(), [new Write.Delete(introduction.Id.Value)]), cancellation);
        var left = await Entries(partition, cancellation);
        foreach (var other in left)
        {
            await Show(other.Id, left.Where(found => found.Id != other.Id).Select(static found => found.Code), cancellation);
        }

        await Show(introduction.Id, [], cancellation);
        return EffectResult.Done.Nothing;
    }

    // Only once the contact confirmed, and never who else: each hears it once.
    private async Task Tell(Introduction confirmed, List<IntroductionId> all, CancellationToken cancellation)
    {
        foreach (var id in all.Count > 1 ? all : [])
        {
            await runner.Run(id, $"joined|{confirmed.Id}", static _ => Actor.Clock, static (introduction, _, now) => introduction.IsOpen && !introduction.Marks.ContainsKey(Steps.Joined)
                ? new Decision.Change(introduction.Marked(Steps.Joined, now), Steps.Joined) : new Decision.Nothing(), cancellation);
        }
    }

    private async Task<IReadOnlyList<Entry>> Entries(string partition, CancellationToken cancellation) =>
        [.. (await store.Query(Table.Contact, partition, "0", "~", Joined, null, cancellation)).Rows.Where(static row => row.Key != Suppression.Block).Select(Json.Read<Entry>)];

    private async Task Show(IntroductionId id, IEnumerable<string> codes, CancellationToken cancellation)
    {
        var joined = codes.Distinct().Order(StringComparer.Ordinal).Take(Shown).Select(static code => $"INT-{code.ToUpperInvariant()}").ToList();
        while (await reader.Load(id, cancellation) is { Introduction: var introduction, ETag: var etag } && introduction is { HasCard: true, Purged: false } && !introduction.Joined.SequenceEqual(joined))
        {
            var effects = Effects.Redraw(introduction, programme.Organisation.Platforms);
            var next = introduction with { Joined = joined, Next = introduction.Next with { Effect = introduction.Next.Effect + effects.Count } };
            if ((await outbox.Commit(new Aggregate(Table.Intro, id.Value), [new Write.Replace(IntroductionRows.Head, Json.Write(next), etag)], effects, cancellation)).Committed)
            {
                return;
            }
        }
    }

    private sealed record Entry(IntroductionId Id, string Code);
}
