using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Proving;

/// <summary>
/// Judges tokens, and remembers those that were good, by every byte of them: the Connector sends one for an hour, and checking its signature again costs more than all else an activity does. Whether
/// it is in force is asked each time. A remembered token counts for as long as its key is the very one that is known: once the metadata was read again, whatever it says, the token is judged anew.
/// </summary>
internal sealed class ProvenTokens(ConnectorKeys keys) : TokenHandler
{
    private const int Most = 1_000;

    private readonly JsonWebTokenHandler judge = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, TokenValidationResult> proven = new();

    /// <summary>The id of the key a token says it is signed with; null when it says none.</summary>
    public string? KeyId(string token)
    {
        try
        {
            return (proven.TryGetValue(token, out var known) && known.SecurityToken is JsonWebToken read ? read : new JsonWebToken(token)).Kid is { Length: > 0 and <= 200 } id ? id : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    public override SecurityToken ReadToken(string token) => judge.ReadToken(token);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (proven.TryGetValue(token, out var known) && IsStillGood(known, validationParameters))
        {
            return known;
        }

        var judged = await judge.ValidateTokenAsync(token, validationParameters);
        if (judged.IsValid)
        {
            if (proven.Count >= Most)
            {
                proven.Clear();
            }

            proven[token] = judged;
        }

        return judged;
    }

    private bool IsStillGood(TokenValidationResult known, TokenValidationParameters rules) =>
        known.SecurityToken is JsonWebToken { SigningKey: JsonWebKey key } token && keys.Of(key.Kid).Contains(key)
        && rules.LifetimeValidator(token.ValidFrom == default ? null : token.ValidFrom, token.ValidTo, token, rules);
}
