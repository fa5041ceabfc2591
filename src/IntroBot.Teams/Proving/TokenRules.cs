using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Proving;

/// <summary>What a token of the Connector must be (learn.microsoft.com, Bot Connector authentication, "Connector to bot"): signed RS256 by one of its keys, issued by it, meant for this bot, in force.</summary>
internal sealed partial class TokenRules(ConnectorKeys keys, ProvenTokens tokens, IOptions<TeamsOptions> teams, TimeProvider clock, ILogger<TokenRules> logger) : IConfigureNamedOptions<JwtBearerOptions>
{
    /// <summary>The authentication scheme.</summary>
    public const string SchemeName = "TeamsConnector";

    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public void Configure(JwtBearerOptions options) => Configure(null, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != SchemeName)
        {
            return;
        }

        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens);
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            IssuerValidator = (issuer, _, _) => keys.IsIssuer(issuer) ? issuer : throw new SecurityTokenInvalidIssuerException("not the Connector"),
            AudienceValidator = (audiences, _, _) => audiences.ToList() is [{ } audience] && string.Equals(audience, teams.Value.AppId, StringComparison.OrdinalIgnoreCase),
            LifetimeValidator = (notBefore, expires, _, _) => IsInForce(notBefore, expires),
            IssuerSigningKeyResolver = (_, _, id, _) => keys.Of(id),
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = KnowItsKey, OnTokenValidated = Keep, OnChallenge = Explain };
    }

    private async Task KnowItsKey(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && tokens.KeyId(header[Bearer.Length..].Trim()) is { } id)
        {
            await keys.Know(id, context.HttpContext.RequestAborted);
        }
    }

    private static Task Keep(TokenValidatedContext context)
    {
        if (context.SecurityToken is JsonWebToken { SigningKey: JsonWebKey key } token)
        {
            context.HttpContext.Features.Set(new Proof(token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null, ConnectorKeys.Endorsements(key)));
        }
        else
        {
            context.Fail("signed by a key of no known kind");
        }

        return Task.CompletedTask;
    }

    private Task Explain(JwtBearerChallengeContext context)
    {
        LogRefused(context.AuthenticateFailure switch
        {
            null => "there is no token",
            SecurityTokenInvalidAudienceException => "it is meant for another app than Teams:AppId",
            SecurityTokenInvalidIssuerException => "it is not issued by the Connector of this cloud",
            SecurityTokenInvalidLifetimeException => "it is not in force at this machine's time",
            SecurityTokenSignatureKeyNotFoundException => "it is signed with a key that the Connector does not publish",
            SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => "its signature does not hold",
            _ => "it is not a token of the Connector's",
        });
        return Task.CompletedTask;
    }

    private bool IsInForce(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    [LoggerMessage(22, LogLevel.Warning, "A token for /api/messages is refused: {Reason}")]
    private partial void LogRefused(string reason);
}
