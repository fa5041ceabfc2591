using System.Security.Cryptography;
using IntroBot.Playground.Page;
using IntroBot.Playground.Teams.Page;
using IntroBot.Playground.Teams.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Playground.Teams;

/// <summary>Puts the Teams tenant into a host.</summary>
public static class TeamsHosting
{
    private const string Prefix = "/playground/teams";

    /// <summary>
    /// Starts a small Teams tenant below <c>{host}/playground/teams/</c> and points the settings <c>Teams:AppId</c>, <c>Teams:TenantId</c>, <c>Teams:ClientSecret</c>,
    /// <c>Teams:Authority</c>, <c>Teams:OpenIdMetadata</c> and <c>Teams:ServiceUrls:0</c> at it, with a secret made up for this run.
    /// </summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="host">The absolute http(s) address at which this very host listens; the tenant calls the bot's <c>/api/messages</c> there.</param>
    public static void AddTeamsTenant(this IHostApplicationBuilder builder, Uri host)
    {
        var options = At(host, new() { ClientSecret = "playground~" + RandomNumberGenerator.GetHexString(32, lowercase: true) });
        if (builder.Configuration.GetValue<TimeSpan?>(PlaygroundHosting.Patience) is { } patience)
        {
            options = options with { Turn = patience, Invoke = patience };
        }

        builder.Configuration.AddInMemoryCollection(
        [
            new("Teams:AppId", options.AppId),
            new("Teams:TenantId", options.TenantId),
            new("Teams:ClientSecret", options.ClientSecret),
            new("Teams:Authority", options.Login.AbsoluteUri),
            new("Teams:OpenIdMetadata", new Uri(options.Address, "v1/.well-known/openidconfiguration").AbsoluteUri),
            new("Teams:ServiceUrls:0", options.Address.AbsoluteUri),
        ]);
        builder.Services.AddSingleton(services => new TeamsTenant(options, services.GetService<TimeProvider>()) { Bot = PlaygroundHosting.ToThisHost() });
    }

    /// <summary>
    /// Serves, below <c>/playground/teams/</c>, the tenant's tokens, keys and Connector, and at <c>api/</c> what the page asks; once the host listens, the app is installed for everybody.
    /// </summary>
    /// <param name="endpoints">The application, to which <see cref="AddTeamsTenant"/> was added.</param>
    public static void MapTeamsTenant(this IEndpointRouteBuilder endpoints)
    {
        var teams = endpoints.ServiceProvider.GetRequiredService<TeamsTenant>();
        endpoints.MapTenantWire(teams, Prefix);
        endpoints.MapTeamsPage(teams, Prefix + "/api");
        endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _ = endpoints.ServiceProvider.GetService<Stage>()?.Begin() ?? teams.InstallEverywhere());
    }

    /// <summary>The same app, its tenant on this host.</summary>
    internal static TeamsOptions At(Uri host, TeamsOptions options) => options with
    {
        Address = new(host, Prefix + "/"),
        Login = new(host, Prefix + "/login/"),
        Bot = host,
    };
}
