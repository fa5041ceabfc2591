using Azure;
using Azure.Data.Tables;
using IntroBot.Ledger;

namespace IntroBot.Storage.AzureTables;

/// <summary>Which of the service's answers refuse a commit; every other failure says nothing about its outcome
/// (learn.microsoft.com/rest/api/storageservices/table-service-error-codes).</summary>
internal static class Refusals
{
    public static CommitResult? Refusal(this RequestFailedException failed)
    {
        Outcome? outcome = (failed.Status, failed.ErrorCode) switch
        {
            (409, "EntityAlreadyExists") => Outcome.Exists,
            (412, _) => Outcome.Stale,
            (404, not "TableNotFound") => Outcome.Missing,
            _ => null,
        };
        return outcome is { } known ? new CommitResult(known, (failed as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0, []) : null;
    }
}
