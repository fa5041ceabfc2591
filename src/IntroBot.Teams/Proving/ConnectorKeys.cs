using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Proving;

/// <summary>
/// The Connector's signing keys, from its OpenID metadata. Fetched once a day, and when a token names a key nobody knows yet, but for that at most every 30 s; the request that asked waits for
/// it, so the first one under a rotated key passes. While the metadata cannot be had, the keys known stay good for five days.
/// </summary>
internal sealed partial class ConnectorKeys(IHttpClientFactory http, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<ConnectorKeys> logger)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpName = "teams-keys";

    private const int LeastBits = 2048;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Good = TimeSpan.FromDays(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenFirstTries = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private Known? known;
    private Task? fetching;
    private DateTimeOffset? tried;

    /// <summary>The issuer the settings' own metadata names, else the cloud's.</summary>
    public bool IsIssuer(string? issuer) => issuer is { Length: > 0 }
        && (issuer == Cloud.Of(options.Value).Issuer || (options.Value.OpenIdMetadata.Length > 0 && issuer == known?.Issuer));

    /// <summary>The keys of that id, as known.</summary>
    public ImmutableArray<JsonWebKey> Of(string? id) =>
        known is { } now && clock.GetUtcNow() - now.At < Good ? [.. now.Keys.Where(key => key.Kid == id)] : [];

    /// <summary>Sees to it that a key is known, as far as that can be.</summary>
    public async Task Know(string id, CancellationToken cancellation)
    {
        Task? pending;
        bool mustWait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var isThere = known?.Keys.Any(key => key.Kid == id) == true;
            mustWait = !isThere || now - known!.At >= Good;
            var isDue = mustWait || now - known!.At >= Fresh;
            if (isDue && fetching is null && (tried is null || now - tried >= (known is null ? BetweenFirstTries : BetweenTries)))
            {
                tried = now;
                fetching = Fetch();
            }

            pending = fetching;
        }

        if (mustWait && pending is not null)
        {
            await pending.WaitAsync(cancellation);
        }
    }

    private async Task Fetch()
    {
        await Task.Yield();
        try
        {
            var address = options.Value.OpenIdMetadata.Length > 0 ? options.Value.OpenIdMetadata : Cloud.Of(options.Value).Metadata;
            using var limit = new CancellationTokenSource(Patience, clock);
            using var client = http.CreateClient(HttpName);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = address.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, limit.Token);
            var keys = metadata.JsonWebKeySet?.Keys.Where(IsForSigning).ToImmutableArray() ?? [];
            if (keys.IsEmpty)
            {
                LogNoKeys("no_keys");
                return;
            }

            lock (gate)
            {
                known = new Known(metadata.Issuer, keys, clock.GetUtcNow());
            }

            LogKeys(keys.Length);
        }
#pragma warning disable CA1031 // Whatever kept the keys from coming, tokens are judged by the keys there are.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNoKeys((e.InnerException ?? e).GetType().Name);
        }
        finally
        {
            lock (gate)
            {
                fetching = null;
            }
        }
    }

    private static bool IsForSigning(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, N.Length: > 0, E.Length: > 0, Use: null or "" or "sig" } && key.KeySize >= LeastBits;

    /// <summary>The channels a key may sign for, as its <c>endorsements</c> say.</summary>
    public static ImmutableArray<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var said) ? said switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)],
            IEnumerable<object> list => [.. list.OfType<string>()],
            _ => [],
        }
        : [];

    [LoggerMessage(20, LogLevel.Information, "Teams signs with {Count} keys")]
    private partial void LogKeys(int count);

    [LoggerMessage(21, LogLevel.Error, "The Connector's signing keys could not be read ({Reason}); is Teams:OpenIdMetadata right, and reachable?")]
    private partial void LogNoKeys(string reason);

    private sealed record Known(string? Issuer, ImmutableArray<JsonWebKey> Keys, DateTimeOffset At);
}
