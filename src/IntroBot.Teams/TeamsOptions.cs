namespace IntroBot.Teams;

/// <summary>The settings under <c>Teams</c>: one bot registration. Without <see cref="AppId"/> there is no Teams.</summary>
public sealed class TeamsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Teams";

    /// <summary>The bot's app id, a guid: what tokens are meant for.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The home tenant of the app registration, a guid: the authority its tokens come from.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app's client secret. One of this, <see cref="Certificate"/>, <see cref="ManagedIdentity"/> and <see cref="FederatedIdentity"/> is needed.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The file of the app's certificate with its private key, PEM or PKCS#12.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The password of a PKCS#12 file; empty when it has none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Whether the bot is a user-assigned managed identity: <see cref="AppId"/> is then that identity's client id.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>The client id of the managed identity the app registration trusts (a federated credential), or <c>system</c> for the host's own.</summary>
    public string FederatedIdentity { get; set; } = "";

    /// <summary>The cloud the bot lives in.</summary>
    public TeamsCloud Cloud { get; set; }

    /// <summary>The login base address, to which the tenant is appended; the cloud's own when empty. Https, or http on loopback.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The address of the Connector's OpenID metadata; the cloud's own when empty. Https, or http on loopback.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>Origins of service URLs that are allowed besides the cloud's, separated by spaces or commas, or as a list. Https, or http on loopback. The first is also where a
    /// conversation starts while no service URL is known.</summary>
    public IList<string> ServiceUrls { get; } = [];

    /// <summary>Whether unsigned activities are taken: on loopback in Development only, for Microsoft's Agents Playground.</summary>
    public bool Anonymous { get; set; }
}

/// <summary>Where a bot is registered (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).</summary>
public enum TeamsCloud
{
    /// <summary>The public cloud, GCC included.</summary>
    Public,

    /// <summary>US Government: GCC High and DoD.</summary>
    UsGov,
}
