using System.Net;
using Azure.Core;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Proving;
using IntroBot.Teams.Receiving;
using IntroBot.Teams.Remembering;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntroBot.Teams;

/// <summary>Microsoft Teams in a host.</summary>
public static class TeamsHosting
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>Registers the token scheme, the Connector client, the renderer and <see cref="IPlatform"/>, from the settings under <c>Teams</c>; nothing when <c>Teams:AppId</c> is not set.
    /// The host registers the store, the programme and <see cref="TurnHandler"/>. The HTTP clients are named <c>teams</c> and <c>teams-keys</c>; a <see cref="TokenCredential"/> keyed <c>teams</c> goes
    /// before the one the settings describe.</summary>
    public static IHostApplicationBuilder AddTeams(this IHostApplicationBuilder builder)
    {
        if (!IsConfigured(builder.Configuration))
        {
            return builder;
        }

        var services = builder.Services;
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).Configure<IConfiguration>(SplitServiceUrls).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<Func<Guid>>(Guid.NewGuid);
        services.AddProving(builder.Configuration.GetValue<bool>("Teams:Anonymous"));
        services.AddCalling();
        services.AddReceiving();
        return builder;
    }

    /// <summary>Maps what Teams calls, <c>POST /api/messages</c>, for proved callers alone; nothing when <c>Teams:AppId</c> is not set.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.ServiceProvider.GetRequiredService<IConfiguration>();
        if (IsConfigured(settings))
        {
            var isAnonymous = settings.GetValue<bool>("Teams:Anonymous");
            var proved = new AuthorizationPolicyBuilder(isAnonymous ? [TokenRules.SchemeName, AnonymousHandler.SchemeName] : [TokenRules.SchemeName]).RequireAuthenticatedUser().Build();
            endpoints.MapPost("/api/messages", static context => context.RequestServices.GetRequiredService<MessagesEndpoint>().Handle(context)).RequireAuthorization(proved);
        }

        return endpoints;
    }

    private static bool IsConfigured(IConfiguration settings) => settings["Teams:AppId"] is { Length: > 0 } || settings.GetValue<bool>("Teams:Anonymous");

    /// <summary>A list as one value, as environment variables have it.</summary>
    private static void SplitServiceUrls(TeamsOptions options, IConfiguration settings)
    {
        foreach (var url in (settings["Teams:ServiceUrls"] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.ServiceUrls.Add(url);
        }
    }

    private static void AddProving(this IServiceCollection services, bool isAnonymous)
    {
        services.AddHttpClient(ConnectorKeys.HttpName, static client => client.MaxResponseContentBufferSize = 1024 * 1024).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Plain);
        services.AddSingleton<ConnectorKeys>();
        services.AddSingleton<ProvenTokens>();
        services.AddSingleton<Admittance>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenRules>();
        var schemes = services.AddAuthentication().AddJwtBearer(TokenRules.SchemeName, static _ => { });
        if (isAnonymous)
        {
            schemes.AddScheme<AuthenticationSchemeOptions, AnonymousHandler>(AnonymousHandler.SchemeName, null);
        }

        services.AddAuthorization();
    }

    private static void AddCalling(this IServiceCollection services)
    {
        services.AddHttpClient(ConnectorClient.HttpName, static client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(Plain);
        services.TryAddKeyedSingleton<TokenCredential>(ConnectorClient.HttpName, static (provider, _) =>
            Credentials.Of(provider.GetRequiredService<IOptions<TeamsOptions>>().Value, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConnectorToken>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<Pace>();
        services.AddSingleton<Retries>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<References>();
        services.AddSingleton<Roster>();
        services.AddSingleton<CardMessages>();
        services.AddSingleton<TeamsPlatform>();
        services.AddSingleton<IPlatform>(static provider => provider.GetRequiredService<TeamsPlatform>());
        services.AddHostedService<WarmUp>();
    }

    private static void AddReceiving(this IServiceCollection services)
    {
        services.AddAnswering();
        services.TryAddSingleton<People>();
        services.AddSingleton<Skeletons>();
        services.AddSingleton<FormTurns>();
        services.AddSingleton<Voice>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Presses>();
        services.AddSingleton<Dialogs>();
        services.AddSingleton<Invokes>();
        services.AddSingleton<Installs>();
        services.AddSingleton<MessagesEndpoint>();
    }

    /// <summary>No redirects, which could take a token elsewhere; no cookies.</summary>
    private static SocketsHttpHandler Plain() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
    };
}
