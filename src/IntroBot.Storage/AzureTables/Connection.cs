using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace IntroBot.Storage.AzureTables;

/// <summary>Reads <c>Storage:Tables</c>: a connection string, or an https endpoint that this host's managed identity may use.</summary>
internal static class Connection
{
    private const string Expected = "Storage:Tables: expected a connection string with an account key or a signature, or an endpoint like https://account.table.core.windows.net, for which the host's managed identity is used";

    /// <summary>The SDK's retries: 5 sendings within a minute at most, growing pauses with jitter.</summary>
    public static TableClientOptions Options()
    {
        var options = new TableClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 4,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(5),
                NetworkTimeout = TimeSpan.FromSeconds(8),
            },
        };
        options.AddPolicy(new Attempts.Policy(), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <exception cref="StorageSettingException">The setting cannot be read, or would send the host's identity in the clear. It is not repeated in the message: it holds a key.</exception>
    public static TableServiceClient Open(string setting, TableClientOptions options)
    {
        if (!setting.Contains("://", StringComparison.Ordinal) || setting.Contains(';', StringComparison.Ordinal))
        {
            return FromConnectionString(setting, options);
        }

        return Uri.TryCreate(setting, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps && endpoint.Query.Length == 0
            ? new TableServiceClient(endpoint, new DefaultAzureCredential(), options)
            : throw new StorageSettingException($"{Expected}. An endpoint alone must be https, and a signature belongs into a connection string.");
    }

    private static TableServiceClient FromConnectionString(string setting, TableClientOptions options)
    {
        try
        {
            return new TableServiceClient(setting, options);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new StorageSettingException($"{Expected}. This one cannot be read.", unreadable);
        }
    }
}
