using System.Collections.Concurrent;
using System.Globalization;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>What was done to introductions, by whom and when, without identity: in partitions of the month it happened in. A month is taken away whole, once it ended as long ago as the programme says (<c>retention.audit</c>).</summary>
public sealed class AuditTrail(IStore store, Timers timers, Programme programme, TimeProvider time, Func<Guid> newOp)
{
    /// <summary>The kind of the moments that end a month.</summary>
    public const string Kind = "audit";

    // One partition would take every event of the organisation.
    private const int Spread = 8;
    private const int AtOnce = 100;

    private readonly ConcurrentDictionary<string, bool> _planned = new();

    /// <summary>Writes an event down.</summary>
    public async Task Write(Introduction introduction, Event happened, CancellationToken cancellation)
    {
        var month = happened.At.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
        if (!_planned.ContainsKey(month))
        {
            await timers.Plan(new Aggregate(Table.Audit, month), Kind, Next(month), cancellation);
            _planned[month] = true;
        }

        var key = $"{Instants.Ticks(happened.At)}|{introduction.Id}|{happened.Seq.ToString("D10", CultureInfo.InvariantCulture)}";
        await store.Commit(new Commit(Table.Audit, Part(month, introduction.Id.Value[^1] % Spread), newOp(), [new Write.Insert(key, Json.Write(happened))]), cancellation);
    }

    /// <summary>Takes a month away that was kept long enough; otherwise says when to look again.</summary>
    public async Task<DateTimeOffset?> End(string month, CancellationToken cancellation)
    {
        if (Ends(month) > time.GetUtcNow())
        {
            return Next(month);
        }

        for (var part = 0; part < Spread; part++)
        {
            while ((await store.Query(Table.Audit, Part(month, part), "0", "~", AtOnce, null, cancellation)).Rows is [_, ..] rows)
            {
                await store.Commit(new Commit(Table.Audit, Part(month, part), newOp(), [.. rows.Select(static row => new Write.Delete(row.Key, row.ETag))]), cancellation);
            }
        }

        return null;
    }

    /// <summary>A file that keeps less than the one before counts within a month.</summary>
    private DateTimeOffset Next(string month) => Ends(month) is var ends && time.GetUtcNow().AddMonths(1) is var soon && ends < soon ? ends : soon;

    private DateTimeOffset Ends(string month) => new DateTimeOffset(DateTime.ParseExact(month, "yyyyMM", CultureInfo.InvariantCulture), TimeSpan.Zero).AddMonths(1 + programme.Retention.Audit);

    private static string Part(string month, int part) => $"{month}|{part.ToString(CultureInfo.InvariantCulture)}";
}
