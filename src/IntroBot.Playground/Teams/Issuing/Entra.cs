using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Teams.Issuing;

/// <summary>The part of Entra ID a bot meets: client credentials and discovery (learn.microsoft.com, "OAuth 2.0 client credentials flow"; AADSTS error codes).</summary>
internal static class Entra
{
    /// <summary>A request to <c>{tenant}/oauth2/v2.0/token</c>.</summary>
    public static WireAnswer Token(TenantState state, string tenant, WireRequest request)
    {
        var form = QueryHelpers.ParseQuery(request.Body).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (Refused(state, tenant, request, form) is var (status, error, code, message))
        {
            return Refuse(state, status, error, code, message);
        }

        var bearer = new Bearer("eyPlayground." + state.Ids.Next(64), form["client_id"], state.Organisations[tenant].Id, state.Now + state.Options.TokenLifetime);
        state.Tokens[bearer.Token] = bearer;
        var seconds = (int)state.Options.TokenLifetime.TotalSeconds;
        return WireAnswer.Json(200, new() { ["token_type"] = "Bearer", ["expires_in"] = seconds, ["ext_expires_in"] = seconds, ["access_token"] = bearer.Token });
    }

    /// <summary>OpenID metadata of a tenant.</summary>
    public static WireAnswer Metadata(TenantState state, string tenant)
    {
        string At(string path) => new Uri(state.Options.Login, $"{tenant}/{path}").AbsoluteUri;
        return !state.Organisations.ContainsKey(tenant) ? Refuse(state, 400, "invalid_tenant", 90002, $"Tenant '{tenant}' not found.") : WireAnswer.Json(200, new()
        {
            ["issuer"] = At("v2.0"),
            ["authorization_endpoint"] = At("oauth2/v2.0/authorize"),
            ["token_endpoint"] = At("oauth2/v2.0/token"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["jwks_uri"] = At("discovery/v2.0/keys"),
            ["response_types_supported"] = new JsonArray("code", "id_token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        });
    }

    /// <summary>Which authorities exist: this one.</summary>
    public static WireAnswer Discovery(TenantState state) => WireAnswer.Json(200, new()
    {
        ["tenant_discovery_endpoint"] = new Uri(state.Options.Login, "common/v2.0/.well-known/openid-configuration").AbsoluteUri,
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = state.Options.Login.Authority,
            ["preferred_cache"] = state.Options.Login.Authority,
            ["aliases"] = new JsonArray(state.Options.Login.Authority),
        }),
    });

    private static (int Status, string Error, int Code, string Message)? Refused(TenantState state, string tenant, WireRequest request, Dictionary<string, string> form)
    {
        string? Field(string name) => form.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            ? (400, "invalid_request", 900144, "The request body must be sent as a form.")
            : !state.Organisations.TryGetValue(tenant, out var organisation) ? (400, "invalid_request", 90002, $"Tenant '{tenant}' not found.")
            : Field("grant_type") is null ? (400, "invalid_request", 900144, "The request body must contain the following parameter: 'grant_type'.")
            : Field("grant_type") != "client_credentials" ? (400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.")
            : Field("client_id") is null ? (400, "invalid_request", 900144, "The request body must contain the following parameter: 'client_id'.")
            : Field("client_id") != state.Options.AppId || !KnowsApp(state, organisation.Id) ? (400, "unauthorized_client", 700016, $"Application with identifier '{Field("client_id")}' was not found in the directory '{organisation.Name}'.")
            : Field("client_secret") is null ? (401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.")
            : Field("client_secret") != state.Options.ClientSecret ? (401, "invalid_client", 7000215, "Invalid client secret provided.")
            : Scope(state, Field("scope"));
    }

    private static (int Status, string Error, int Code, string Message)? Scope(TenantState state, string? scope) => scope switch
    {
        null => (400, "invalid_request", 900144, "The request body must contain the following parameter: 'scope'."),
        _ when scope == state.Options.Scope => null,
        _ when !scope.EndsWith("/.default", StringComparison.Ordinal) => (400, "invalid_scope", 1002012, $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier."),
        _ => (400, "invalid_resource", 500011, $"The resource principal named {scope} was not found in the tenant."),
    };

    private static bool KnowsApp(TenantState state, string tenant) =>
        tenant == state.Options.TenantId || state.Installed.Any(place => state.People.TryGetValue(place, out var person) ? person.TenantId == tenant : state.Teams.TryGetValue(place, out var team) && team.TenantId == tenant);

    private static WireAnswer Refuse(TenantState state, int status, string error, int code, string message)
    {
        var at = state.Now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (trace, correlation) = (state.Ids.Guid(), state.Ids.Guid());
        return WireAnswer.Json(status, new()
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{code}: {message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {at}",
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = at,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
        });
    }
}
