using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntroBot.Teams.Calling;

/// <summary>The bot's token for the Connector: one at a time, asked for by one caller for all, renewed before it ends and kept while it is good.</summary>
internal sealed partial class ConnectorToken(
    [FromKeyedServices(ConnectorClient.HttpName)] TokenCredential credential, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<ConnectorToken> logger)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly string[] scopes = [Cloud.Of(options.Value).Scope];
    private AccessToken? current;
    private Task<string?>? asking;

    /// <summary>The token; null in anonymous mode, where nobody asks for one. <paramref name="rejected"/> is one the Connector did not take: it is not given again.</summary>
    /// <exception cref="AuthenticationFailedException">There is none to be had just now.</exception>
    public async Task<string?> Get(string? rejected, CancellationToken cancellation)
    {
        if (options.Value.Anonymous)
        {
            return null;
        }

        Task<string?> pending;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (current is { } token && token.Token != rejected && now < token.ExpiresOn)
            {
                if (now >= token.ExpiresOn - Early && asking is null)
                {
                    asking = Ask(null);
                }

                return token.Token;
            }

            pending = asking ??= Ask(rejected);
        }

        return await pending.WaitAsync(cancellation);
    }

    private async Task<string?> Ask(string? rejected)
    {
        await Task.Yield();
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            // A claims request, even an empty one, makes the credential go past its own cache.
            var granted = await credential.GetTokenAsync(new TokenRequestContext(scopes, claims: rejected is null ? null : "{}"), limit.Token);
            lock (gate)
            {
                current = granted;
            }

            return granted.Token;
        }
        catch (Exception e) when (e is AuthenticationFailedException or OperationCanceledException)
        {
            LogNone(Code().Match(e.Message) is { Success: true } code ? code.Value : e.GetType().Name);
            throw e as AuthenticationFailedException ?? new AuthenticationFailedException("the authority did not answer in time", e);
        }
        finally
        {
            lock (gate)
            {
                asking = null;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "No token for Teams: {Code}. Check Teams:AppId, Teams:TenantId (the app's home tenant) and the credential")]
    private partial void LogNone(string code);

    [GeneratedRegex("AADSTS[0-9]{1,9}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
