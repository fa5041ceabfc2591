using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntroBot.Teams;

/// <summary>Refuses settings that could not work, each message naming its key.</summary>
internal sealed class TeamsOptionsCheck(IHostEnvironment environment, IConfiguration settings) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrong = Registration(options).Concat(Addresses(options)).Concat(options.Anonymous ? Unsigned() : Credentials(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Registration(TeamsOptions options)
    {
        if (!Guid.TryParseExact(options.AppId, "D", out _))
        {
            yield return "Teams:AppId must be the bot's app id, a guid (in the Azure portal: Azure Bot, Configuration, Microsoft App ID).";
        }

        if (!Guid.TryParseExact(options.TenantId, "D", out _) && !(options.Anonymous && options.TenantId.Length == 0))
        {
            yield return "Teams:TenantId must be the home tenant of the app registration, a guid; its tokens come from there and from nowhere else.";
        }

        if (!Enum.IsDefined(options.Cloud))
        {
            yield return "Teams:Cloud must be Public or UsGov.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (options.Authority.Length > 0 && Address(options.Authority) is null)
        {
            yield return "Teams:Authority must be an https address (http on loopback only) without query, such as https://login.microsoftonline.com/.";
        }

        if (options.OpenIdMetadata.Length > 0 && Address(options.OpenIdMetadata) is null)
        {
            yield return "Teams:OpenIdMetadata must be an https address (http on loopback only) without query.";
        }

        foreach (var origin in options.ServiceUrls.Where(static origin => Address(origin) is null))
        {
            yield return $"Teams:ServiceUrls has {origin}, and each must be an https origin (http on loopback only), such as https://smba.infra.gcc.teams.microsoft.com.";
        }
    }

    private static IEnumerable<string> Credentials(TeamsOptions options)
    {
        string[] given =
        [
            .. options.ClientSecret.Length > 0 ? ["Teams:ClientSecret"] : Array.Empty<string>(),
            .. options.Certificate.Length > 0 ? ["Teams:Certificate"] : Array.Empty<string>(),
            .. options.ManagedIdentity ? ["Teams:ManagedIdentity"] : Array.Empty<string>(),
            .. options.FederatedIdentity.Length > 0 ? ["Teams:FederatedIdentity"] : Array.Empty<string>(),
        ];
        if (given.Length != 1)
        {
            yield return $"Exactly one of Teams:ClientSecret, Teams:Certificate, Teams:ManagedIdentity and Teams:FederatedIdentity is needed, {(given.Length == 0 ? "and there is none" : "not " + string.Join(" and ", given))}.";
        }

        if (options.Certificate.Length > 0 && !File.Exists(options.Certificate))
        {
            yield return $"Teams:Certificate names {options.Certificate}, and there is no such file.";
        }

        if (options.FederatedIdentity.Length > 0 && options.FederatedIdentity != "system" && !Guid.TryParseExact(options.FederatedIdentity, "D", out _))
        {
            yield return "Teams:FederatedIdentity must be the client id of a managed identity, a guid, or system.";
        }
    }

    private IEnumerable<string> Unsigned()
    {
        if (!environment.IsDevelopment())
        {
            yield return "Teams:Anonymous takes activities from anybody and is for Development on this machine only; leave it out.";
        }

        string?[] bound = [settings["urls"], settings["PublicBaseUrl"], .. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"])];
        var beyond = bound.SelectMany(static urls => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).Where(static url => !IsLoopback(url)).ToList();
        if (beyond.Count > 0 || settings["http_ports"] is { Length: > 0 } || settings["https_ports"] is { Length: > 0 })
        {
            yield return "Teams:Anonymous takes activities from anybody, so the host may listen on loopback only (urls, PublicBaseUrl, HTTP_PORTS).";
        }
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static Uri? Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? uri : null;
}
