using System.Globalization;
using Azure;
using Azure.Data.Tables;
using IntroBot.Ledger;

namespace IntroBot.Storage.AzureTables;

/// <summary>A row as an entity: the body in binary properties <c>b</c>, <c>b1</c> to <c>b9</c> of at most 60 KiB, the schema version <c>v</c> and the commit's id <c>op</c>.</summary>
internal static class Entities
{
    private const int ChunkBytes = 60 * 1024;

    private static readonly string[] Chunks = ["b", .. Enumerable.Range(1, 9).Select(n => string.Create(CultureInfo.InvariantCulture, $"b{n}"))];

    public static TableEntity ToEntity(this Commit commit, Write write)
    {
        var entity = new TableEntity(commit.Partition, write.Key);
        if (write.NewBody is { } body)
        {
            entity["v"] = 1;
            entity["op"] = commit.Op;
            for (var (chunk, start) = (0, 0); start < body.Length || chunk == 0; chunk++, start += ChunkBytes)
            {
                entity[Chunks[chunk]] = body[start..Math.Min(body.Length, start + ChunkBytes)].ToArray();
            }
        }

        return entity;
    }

    public static Row ToRow(this TableEntity entity) =>
        new(entity.PartitionKey, entity.RowKey, Body(entity), entity.ETag.ToString(), entity.Op(), entity.GetInt32("v") ?? 1);

    public static Guid Op(this TableEntity entity) => entity.GetGuid("op") ?? Guid.Empty;

    /// <summary>The condition under which a write applies.</summary>
    public static ETag Condition(this Write write) => write switch
    {
        Write.Replace replace => new ETag(replace.ETag),
        Write.Delete { ETag: { } etag } => new ETag(etag),
        _ => ETag.All,
    };

    private static byte[] Body(TableEntity entity)
    {
        var chunks = Chunks.Select(entity.GetBinary).TakeWhile(chunk => chunk is not null).ToList();
        return chunks.Count == 1 ? chunks[0] : [.. chunks.SelectMany(chunk => chunk)];
    }
}
