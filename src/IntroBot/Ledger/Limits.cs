using System.Buffers;

namespace IntroBot.Ledger;

/// <summary>
/// The stricter of both stores' limits, checked before anything is sent, so that what one store takes the other takes too. Breaking one is a defect in the caller.
/// Azure: 100 writes and 4 MiB of base64 a transaction, 1 MiB an entity, 64 KiB a binary property, 1,000 rows a page
/// (learn.microsoft.com/azure/storage/tables/scalability-targets).
/// </summary>
public static class Limits
{
    /// <summary>Writes in one commit.</summary>
    public const int Writes = 100;

    /// <summary>Characters of a partition or a row key.</summary>
    public const int KeyLength = 400;

    /// <summary>Bytes of one body.</summary>
    public const int RowBytes = 512 * 1024;

    /// <summary>Bytes of all bodies of one commit: 2.75 MiB, which base64, 100 pairs of the longest keys and the parts' headers keep under 4 MiB.</summary>
    public const int CommitBytes = 11 * 256 * 1024;

    /// <summary>Rows of one page.</summary>
    public const int Take = 1000;

    // '}' and '~' sort after every key character: they end the range of a prefix.
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._|-");
    private static readonly SearchValues<char> BoundCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._|-}~");

    /// <summary>Checks a commit.</summary>
    /// <exception cref="ArgumentException">A limit is broken.</exception>
    public static void Check(Commit commit)
    {
        CheckTable(commit.Table);
        CheckKey(commit.Partition, "partition");
        Require(commit.Op != Guid.Empty, "A commit needs an op.");
        Require(commit.Writes.Count is >= 1 and <= Writes, $"A commit has 1 to {Writes} writes, not {commit.Writes.Count}.");
        var keys = new HashSet<string>(commit.Writes.Count, StringComparer.Ordinal);
        long total = 0;
        foreach (var write in commit.Writes)
        {
            CheckKey(write.Key, "row key");
            Require(keys.Add(write.Key), "A commit writes each row once.");
            var length = write.NewBody?.Length ?? 0;
            Require(length <= RowBytes, $"A body has at most {RowBytes} bytes, not {length}.");
            total += length;
        }

        Require(total <= CommitBytes, $"The bodies of a commit have at most {CommitBytes} bytes together, not {total}.");
    }

    /// <summary>Checks what a read of one row asks for.</summary>
    /// <exception cref="ArgumentException">A limit is broken.</exception>
    public static void Check(Table table, string partition, string key)
    {
        CheckTable(table);
        CheckKey(partition, "partition");
        CheckKey(key, "row key");
    }

    /// <summary>Checks what a query asks for. Its bounds may also hold <c>}</c> and <c>~</c>, which sort after every key character; <paramref name="from"/> may be empty.</summary>
    /// <exception cref="ArgumentException">A limit is broken.</exception>
    public static void Check(Table table, string partition, string from, string to, int take, string? continuation)
    {
        CheckTable(table);
        CheckKey(partition, "partition");
        Require(from.Length <= KeyLength && !from.AsSpan().ContainsAnyExcept(BoundCharacters), "The range starts outside the key alphabet.");
        Require(to.Length is >= 1 and <= KeyLength && !to.AsSpan().ContainsAnyExcept(BoundCharacters), "The range ends outside the key alphabet.");
        Require(take is >= 1 and <= Take, $"A page has 1 to {Take} rows, not {take}.");
        if (continuation is not null)
        {
            CheckKey(continuation, "continuation");
        }
    }

    private static void CheckTable(Table table) => Require(Enum.IsDefined(table), "There is no such table.");

    private static void CheckKey(string key, string what) => Require(
        key.Length is >= 1 and <= KeyLength && !key.AsSpan().ContainsAnyExcept(KeyCharacters),
        $"A {what} has 1 to {KeyLength} characters of a-z, 0-9, '.', '_', '|' and '-'.");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
