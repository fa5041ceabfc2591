using System.Text;
using Azure.Data.Tables;
using IntroBot.Ledger;

namespace IntroBot.Storage.AzureTables;

/// <summary>The store in Azure Table Storage, for any number of hosts. Repeating calls is the SDK's work alone.</summary>
public sealed class AzureTablesStore : IStore
{
    private static readonly byte[] NoTable = Encoding.ASCII.GetBytes("TableNotFound");

    private readonly TableClient[] _tables;

    /// <summary>Makes the store of an account; nothing is sent yet.</summary>
    /// <param name="account">Its client, made with <see cref="Connection.Options"/>.</param>
    public AzureTablesStore(TableServiceClient account) => _tables = [.. Enum.GetValues<Table>().Select(table => account.GetTableClient(table.Stored()))];

    /// <summary>Makes the tables that are not there yet.</summary>
    /// <exception cref="StoreUnavailableException">The account did not answer, or refuses this host.</exception>
    public async Task CreateTables(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_tables.Select(table => table.CreateIfNotExistsAsync(cancellation)));
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable.Because(failed);
        }
    }

    /// <inheritdoc/>
    public async Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        Limits.Check(table, partition, key);
        try
        {
            var found = await _tables[(int)table].GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            return found.HasValue ? found.Value!.ToRow()
                : found.GetRawResponse().Content.ToMemory().Span.IndexOf(NoTable) < 0 ? null
                : throw new StoreUnavailableException($"The table '{table.Stored()}' is gone.");
        }
        catch (Exception failed) when (failed is not StoreUnavailableException && !cancellation.IsCancellationRequested)
        {
            throw Unavailable.Because(failed);
        }
    }

    /// <inheritdoc/>
    public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        Limits.Check(commit);
        cancellation.ThrowIfCancellationRequested();
        return await new Committing(_tables[(int)commit.Table], commit).Run();
    }

    /// <inheritdoc/>
    public async Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        Limits.Check(table, partition, from, to, take, continuation);
        try
        {
            return await Fill(_tables[(int)table], Range(partition, from, to, continuation), take, cancellation);
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable.Because(failed);
        }
    }

    private static string Range(string partition, string from, string to, string? continuation) =>
        string.CompareOrdinal(continuation, from) >= 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {continuation} and RowKey lt {to}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");

    // The service may return fewer rows than asked for, even none, and still have more. One row beyond the page tells whether there is a next one;
    // it answers at most 1,000 at a time, so the largest page is read in two halves.
    private static async Task<Page> Fill(TableClient table, string range, int take, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        var asked = take < Limits.Take ? take + 1 : (take / 2) + 1;
        await foreach (var entity in table.QueryAsync<TableEntity>(range, asked, cancellationToken: cancellation))
        {
            if (rows.Count == take)
            {
                return new Page(rows, rows[^1].Key);
            }

            rows.Add(entity.ToRow());
        }

        return new Page(rows, null);
    }
}
