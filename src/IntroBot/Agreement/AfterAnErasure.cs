using IntroBot.Introductions;
using IntroBot.Ledger;

namespace IntroBot.Agreements;

/// <summary>What follows an erasure: dead links are forgotten, somebody looks whether anything is left, it is written down with the count, and deleted bytes are scrubbed.</summary>
public sealed class AfterAnErasure(IntroductionReader reader, ContactLinks links, Joining joining, ErasureJournal journal, Scrub scrub)
{
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(20);

    /// <summary>Concludes an erasure of the partitions <paramref name="contacts"/> and the links <paramref name="hashes"/>, both separated by commas. Whatever is still found is looked for again.</summary>
    public async Task<EffectResult> Conclude(Introduction introduction, Event happened, string contacts, string hashes, CancellationToken cancellation)
    {
        foreach (var hash in Split(hashes))
        {
            await links.Forget(hash, cancellation);
        }

        await scrub();
        var left = await Left(introduction, contacts, hashes, cancellation);
        try
        {
            await journal.Write(new Erasure(happened.At, $"{introduction.Id}-{happened.Seq}")
            {
                Introduction = introduction.Id.Value,
                Step = happened.Step,
                State = introduction.State,
                Purged = introduction.Purged,
                Link = introduction.Link,
                Links = introduction.Links,
                Removed = happened.Removed,
                Left = left,
            }, cancellation);
        }
        catch (IOException)
        {
            return new EffectResult.Later(s_again, Throttled: false, "the file of erasures could not be written");
        }

        return left == 0 ? EffectResult.Done.Nothing : new EffectResult.Later(s_again, Throttled: false, $"{left} rows are left");
    }

    private async Task<int> Left(Introduction introduction, string contacts, string hashes, CancellationToken cancellation)
    {
        var left = (await reader.Details(introduction.Id, cancellation) is null ? 0 : 1) + (await reader.TextKeys(introduction.Id, cancellation)).Count;
        foreach (var contact in Split(contacts))
        {
            left += await joining.Remains(contact, introduction.Id, cancellation) ? 1 : 0;
        }

        foreach (var hash in Split(hashes))
        {
            left += await links.Remains(hash, cancellation) ? 1 : 0;
        }

        return left;
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
