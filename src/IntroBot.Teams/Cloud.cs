namespace IntroBot.Teams;

/// <summary>The fixed addresses of a cloud: who signs what comes in, who issues what goes out, and the only hosts a token is shown to (learn.microsoft.com, Bot Connector authentication).</summary>
internal sealed record Cloud(string Issuer, string Metadata, string Login, string Scope, string Exchange, string FirstContact, IReadOnlyList<string> Hosts)
{
    private static readonly Cloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/",
        "https://api.botframework.com/.default",
        "api://AzureADTokenExchange/.default",
        "https://smba.trafficmanager.net/teams/",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    private static readonly Cloud UsGov = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/",
        "https://api.botframework.us/.default",
        "api://AzureADTokenExchangeUSGov/.default",
        "https://smba.infra.gov.teams.microsoft.us/teams",
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"]);

    public static Cloud Of(TeamsOptions options) => options.Cloud == TeamsCloud.UsGov ? UsGov : Public;
}
