using Azure;
using Azure.Data.Tables;
using IntroBot.Ledger;

namespace IntroBot.Storage.AzureTables;

/// <summary>
/// One commit to one table. The SDK repeats a call whose answer was lost, and the repetition then loses against its own first sending (azure-sdk-for-net issue 39146):
/// so whatever the answer, a commit whose <c>op</c> stands on one of its rows is committed.
/// </summary>
internal sealed class Committing(TableClient table, Commit commit)
{
    // Well formed, and older than any row: what a caller holds of a row that somebody else has written since.
    private const string Superseded = "W/\"datetime'1601-01-01T00%3A00%3A00Z'\"";

    private readonly Attempts _attempts = new();

    /// <summary>Sends the commit and settles what came of it. Not cancellable: once sent it may be committed.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown.</exception>
    public async Task<CommitResult> Run()
    {
        try
        {
            var answered = await Send();
            return answered.Committed ? answered : await Settle() ?? answered;
        }
        catch (RequestFailedException failed) when (failed.Refusal() is { } refusal)
        {
            return await Settle() ?? refusal;
        }
        catch (Exception failed) when (failed is not StoreUnavailableException)
        {
            _attempts.Unanswered();
            return await Settle() ?? throw Unavailable.Because(failed);
        }
    }

    private async Task<CommitResult> Send()
    {
        using var watch = _attempts.Watch();
        return commit.Writes is [var only] ? await SendOne(only) : await SendAll();
    }

    private async Task<CommitResult> SendOne(Write write)
    {
        var entity = commit.ToEntity(write);
        var response = write switch
        {
            Write.Insert => await table.AddEntityAsync(entity),
            Write.Replace => await table.UpdateEntityAsync(entity, write.Condition(), TableUpdateMode.Replace),
            Write.Upsert => await table.UpsertEntityAsync(entity, TableUpdateMode.Replace),
            _ => await table.DeleteEntityAsync(commit.Partition, write.Key, write.Condition()),
        };
        return response.Status == 404 ? new CommitResult(Outcome.Missing, 0, []) : Done([response]);
    }

    private async Task<CommitResult> SendAll() => Done((await table.SubmitTransactionAsync(commit.Writes.Select(Action))).Value);

    private TableTransactionAction Action(Write write) => new(
        write switch
        {
            Write.Insert => TableTransactionActionType.Add,
            Write.Replace => TableTransactionActionType.UpdateReplace,
            Write.Upsert => TableTransactionActionType.UpsertReplace,
            _ => TableTransactionActionType.Delete,
        },
        commit.ToEntity(write),
        write.Condition());

    private CommitResult Done(IReadOnlyList<Response> responses) =>
        new(Outcome.Committed, -1, [.. commit.Writes.Zip(responses, (write, response) => write is Write.Delete ? null : response.Headers.ETag?.ToString())]);

    // Committed if one of the rows carries the op; a commit of deletes only, which leaves nothing to carry it, if some sending went unanswered and all its rows are gone.
    private async Task<CommitResult?> Settle()
    {
        var onlyDeletes = commit.Writes.All(write => write is Write.Delete);
        if (onlyDeletes && !_attempts.SomeUnanswered)
        {
            return null;
        }

        var rows = await Task.WhenAll(commit.Writes.Select(write => write is Write.Delete && !onlyDeletes ? Task.FromResult<TableEntity?>(null) : Read(write.Key)));
        return Array.Exists(rows, row => row?.Op() == commit.Op) || (onlyDeletes && Array.TrueForAll(rows, row => row is null))
            ? new CommitResult(Outcome.Committed, -1, [.. commit.Writes.Zip(rows, ETagOf)])
            : null;
    }

    private string? ETagOf(Write write, TableEntity? row) => write is Write.Delete ? null : row?.Op() == commit.Op ? row.ETag.ToString() : Superseded;

    private async Task<TableEntity?> Read(string key)
    {
        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(commit.Partition, key, ["op"]);
            return found.HasValue ? found.Value : null;
        }
        catch (Exception failed) when (failed is not StoreUnavailableException)
        {
            throw Unavailable.Because(failed);
        }
    }
}
