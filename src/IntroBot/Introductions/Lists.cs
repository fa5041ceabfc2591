using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Introductions;

/// <summary>A range of an index: the rows of a partition whose keys are <paramref name="Prefix"/> and then a place between <paramref name="From"/> and <paramref name="To"/>.</summary>
public sealed record IndexRange(string Partition, string Prefix, string From, string To);

/// <summary>A page of introductions as they stand. <paramref name="Next"/> is the place after which the next page begins; null at the end.</summary>
public sealed record Listed(IReadOnlyList<Introduction> Introductions, string? Next);

/// <summary>
/// Reads the indexes by the page. They only say where to look: every introduction is shown as its head stands, and a row that is no longer true is passed over. What a page costs depends
/// on its length and on the number of ranges, never on how much is stored.
/// </summary>
public sealed class Lists(IStore store, IntroductionReader reader)
{
    private const int Rounds = 4;

    /// <summary>At most <paramref name="take"/> introductions of several ranges, in the order of their places, after <paramref name="after"/>. Of what stands there, at most
    /// <paramref name="look"/> (at least <paramref name="take"/>) are looked at.</summary>
    public async Task<Listed> Page(IReadOnlyCollection<IndexRange> ranges, int take, string? after, Func<Introduction, bool> keep, CancellationToken cancellation, int look = 0)
    {
        var page = new Listed([], IsPlace(after) ? after : null);
        for (var round = 0; round == 0 || (round < Rounds && look == 0 && page is { Introductions.Count: 0, Next: not null }); round++)
        {
            page = await Round(ranges, take, Math.Max(look, take), page.Next, keep, cancellation);
        }

        return page;
    }

    private async Task<Listed> Round(IReadOnlyCollection<IndexRange> ranges, int take, int look, string? after, Func<Introduction, bool> keep, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(ranges.Select(range => Read(range, look + 1, after, cancellation)));
        var found = rows.SelectMany(static read => read).OrderBy(static row => row.Place, StringComparer.Ordinal).DistinctBy(static row => row.Id).ToList();
        var heads = await Task.WhenAll(found.Take(look).Select(row => reader.Load(row.Id, cancellation)));
        var kept = new List<Introduction>();
        var seen = 0;
        for (; seen < heads.Length && kept.Count < take; seen++)
        {
            if (heads[seen] is { Introduction: var introduction } && keep(introduction))
            {
                kept.Add(introduction);
            }
        }

        return new Listed(kept, seen < found.Count ? found[seen - 1].Place : null);
    }

    private async Task<IEnumerable<(string Place, IntroductionId Id)>> Read(IndexRange range, int take, string? after, CancellationToken cancellation)
    {
        // '-' is the first character of the alphabet of keys.
        var from = after is not null && string.CompareOrdinal(after, range.From) >= 0 ? after + "-" : range.From;
        if (string.CompareOrdinal(from, range.To) >= 0)
        {
            return [];
        }

        var page = await store.Query(Table.Idx, range.Partition, range.Prefix + from, range.Prefix + range.To, take, null, cancellation);
        return page.Rows.Select(row => (row.Key[range.Prefix.Length..], Json.Read<IndexEntry>(row).Id));
    }

    private static bool IsPlace(string? text) => text is { Length: > 0 and <= 100 } && text.All(static letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter) || letter == '|');
}
