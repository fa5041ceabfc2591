using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;

namespace IntroBot.Teams.Calling;

/// <summary>The client credentials grant (RFC 6749, 4.4) at an authority on this machine without TLS, which Azure.Identity refuses to speak with.</summary>
internal sealed class LoopbackCredential(TeamsOptions options, Uri authority, IHttpClientFactory http, TimeProvider clock) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("tokens are asked for asynchronously");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var grant = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId,
            ["client_secret"] = options.ClientSecret,
            ["scope"] = string.Join(' ', requestContext.Scopes),
        });
        try
        {
            using var response = await http.CreateClient(ConnectorClient.HttpName).PostAsync(new Uri($"{ServiceUrls.Trim(authority.AbsoluteUri)}/{options.TenantId}/oauth2/v2.0/token"), grant, cancellationToken);
            var granted = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync(GrantJson.Default.Grant, cancellationToken) : null;
            return granted is { AccessToken: { Length: > 0 } token }
                ? new AccessToken(token, clock.GetUtcNow().AddSeconds(granted.ExpiresIn))
                : throw new AuthenticationFailedException($"the authority answered {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new AuthenticationFailedException("the authority did not answer", e);
        }
    }
}

/// <summary>A granted token.</summary>
internal sealed record Grant(string? AccessToken, int ExpiresIn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Grant))]
internal sealed partial class GrantJson : JsonSerializerContext;
