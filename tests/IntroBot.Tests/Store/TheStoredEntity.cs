using Azure.Data.Tables;
using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

/// <summary>How a row lies in Azure Tables: the format that other versions and hosts read.</summary>
public sealed class The_stored_entity(Azurite azurite)
{
    [Fact]
    public async Task A_row_is_stored_as_the_next_version_will_look_for_it()
    {
        var (rows, op, body) = (Partition.Fresh(await azurite.Store()) with { Table = Table.KudosQ }, Guid.NewGuid(), new byte[Limits.RowBytes]);
        new Random(1).NextBytes(body);
        await rows.Commit(op, new Write.Insert("o|1", body));
        var stored = (await new TableClient(await azurite.ConnectionString, "kudosq").GetEntityAsync<TableEntity>(rows.Name, "o|1", cancellationToken: CancellationToken.None)).Value;
        string[] chunks = ["b", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"];
        Assert.Equal(
            [.. chunks, "op", "v"],
            stored.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Order(StringComparer.Ordinal));
        Assert.Equal((op, 1), (stored.GetGuid("op"), stored.GetInt32("v")));
        Assert.Equal(body, chunks.SelectMany(chunk => stored.GetBinary(chunk)));
        Assert.All(chunks[..^1], chunk => Assert.Equal(60 * 1024, stored.GetBinary(chunk).Length));
    }
}
