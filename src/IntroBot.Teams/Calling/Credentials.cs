using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace IntroBot.Teams.Calling;

/// <summary>The one credential the settings describe. Its authority is the home tenant's; where that is not Microsoft's own, nobody is asked which authorities exist.</summary>
internal static class Credentials
{
    private static readonly HashSet<string> Microsofts = ["login.microsoftonline.com", "login.microsoftonline.us"];

    public static TokenCredential Of(TeamsOptions options, IHttpClientFactory http, TimeProvider clock)
    {
        var cloud = Cloud.Of(options);
        var authority = new Uri(options.Authority.Length > 0 ? options.Authority : cloud.Login);
        var isStrange = !Microsofts.Contains(authority.Host);
        return options switch
        {
            // Nobody asks for a token then, and there need be nothing to ask with.
            { Anonymous: true } => DelegatedTokenCredential.Create(static (_, _) => throw new InvalidOperationException("anonymous")),
            { ManagedIdentity: true } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId)),
            { FederatedIdentity.Length: > 0 } => new ClientAssertionCredential(options.TenantId, options.AppId, Assertion(options, cloud),
                new ClientAssertionCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isStrange }),
#pragma warning disable CA2000 // The credential signs with its certificate as long as the host runs.
            { Certificate.Length: > 0 } => new ClientCertificateCredential(options.TenantId, options.AppId, Certificate(options),
                new ClientCertificateCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isStrange }),
#pragma warning restore CA2000
            _ when authority.Scheme == Uri.UriSchemeHttp => new LoopbackCredential(options, authority, http, clock),
            _ => new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret,
                new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isStrange }),
        };
    }

    private static Func<CancellationToken, Task<string>> Assertion(TeamsOptions options, Cloud cloud)
    {
        var identity = new ManagedIdentityCredential(options.FederatedIdentity == "system" ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.FederatedIdentity));
        return async cancellation => (await identity.GetTokenAsync(new TokenRequestContext([cloud.Exchange]), cancellation)).Token;
    }

    private static X509Certificate2 Certificate(TeamsOptions options) => Path.GetExtension(options.Certificate).ToLowerInvariant() is ".pem" or ".crt"
        ? X509Certificate2.CreateFromPemFile(options.Certificate)
        : X509CertificateLoader.LoadPkcs12FromFile(options.Certificate, options.CertificatePassword.Length > 0 ? options.CertificatePassword : null);
}
