using Azure;
using IntroBot.Ledger;

namespace IntroBot.Storage.AzureTables;

/// <summary>Turns what the SDK throws after its own retries into the port's one exception, without keys, bodies or addresses.</summary>
internal static class Unavailable
{
    public static StoreUnavailableException Because(Exception failed)
    {
        var last = failed is AggregateException { InnerExceptions: [.., var inner] } ? inner : failed;
        return new StoreUnavailableException(
            last is RequestFailedException answer ? $"Azure Tables answered {answer.Status} {answer.ErrorCode}." : $"Azure Tables did not answer ({last.GetType().Name}).",
            failed);
    }
}
