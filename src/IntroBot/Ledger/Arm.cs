using System.Text.Json;

namespace IntroBot.Ledger;

/// <summary>A row of the due index that stands for an outbox until somebody has seen that outbox empty. Written at <paramref name="Since"/>; <paramref name="Guard"/> is null once its commit is known to have ended.</summary>
internal sealed record Arm(Due Due, DateTimeOffset Since, Guard? Guard = null, int Attempts = 0)
{
    public ReadOnlyMemory<byte> Body => Stored.Body(new StoredArm(Since, Guard?.Key, Guard?.ETag, Attempts));

    public Write.Insert Insert => new(Due.Key, Body);

    public Write.Delete Delete => new(Due.Key);

    public static Arm For(Instance host, Aggregate aggregate, DateTimeOffset at, Guard? guard = null) =>
        new(new Due(at, Due.Outbox, aggregate, host.NewId().ToString("N")), host.Now, guard);

    public static Arm? Read(Row row)
    {
        if (Due.Parse(row.Key) is not { Kind: Due.Outbox } due)
        {
            return null;
        }

        var stored = JsonSerializer.Deserialize(row.Body.Span, Stored.Default.StoredArm)!;
        return new Arm(due, stored.Since, stored.Guard is { } key ? new Guard(key, stored.ETag) : null, stored.Attempts);
    }

    public Arm MovedTo(DateTimeOffset at) => this with { Due = Due.MovedTo(at), Attempts = Attempts + 1 };
}

/// <summary>
/// A condition of the commit that was armed for. While it holds, that commit may still be on its way, however late: the pump makes it fail before it disarms.
/// With an <paramref name="ETag"/>, the commit needs the row to have it; without, it needs the row to be absent.
/// </summary>
internal sealed record Guard(string Key, string? ETag)
{
    public static Guard? Of(IReadOnlyList<Write> writes) =>
        writes.Select(write => write switch
        {
            Write.Replace replace => new Guard(replace.Key, replace.ETag),
            Write.Delete { ETag: { } etag } delete => new Guard(delete.Key, etag),
            _ => null,
        }).FirstOrDefault(guard => guard is not null)
        ?? (writes.OfType<Write.Insert>().FirstOrDefault() is { } insert ? new Guard(insert.Key, null) : null);
}
