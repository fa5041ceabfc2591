using System.Net;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Receiving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntroBot.Slack;

/// <summary>Slack in a host.</summary>
public static class SlackHosting
{
    // Slack waits three seconds, and triggers live as long.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Registers the signature scheme, the Web API client, the renderer and <see cref="IPlatform"/>, from the settings under <c>Slack</c>.
    /// nothing when none of them is set. The host registers <see cref="TurnHandler"/>. Its HTTP client is named <c>slack</c>.</summary>
    public static IHostApplicationBuilder AddSlack(this IHostApplicationBuilder builder)
    {
        if (!IsConfigured(builder.Configuration))
        {
            return builder;
        }

        var services = builder.Services;
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SignatureHandler>(SignatureHandler.SchemeName, null);
        services.AddAuthorization();
        services.AddCalling();
        services.AddReceiving();
        return builder;
    }

    /// <summary>Maps what Slack calls: <c>POST /slack/commands</c>, <c>/slack/interactions</c> and <c>/slack/events</c>, for signed requests alone; nothing when no setting under <c>Slack</c> is there.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        if (!IsConfigured(endpoints.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            return endpoints;
        }

        var clock = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
        var signed = new AuthorizationPolicyBuilder(SignatureHandler.SchemeName).RequireAuthenticatedUser().Build();
        Map<CommandEndpoint>("commands", static (endpoint, context, deadline) => endpoint.Handle(context, deadline), new SlackEndpoint(SslCheck: true));
        Map<InteractionEndpoint>("interactions", static (endpoint, context, deadline) => endpoint.Handle(context, deadline), new SlackEndpoint(SslCheck: false));
        Map<EventEndpoint>("events", static (endpoint, context, deadline) => endpoint.Handle(context, deadline), new SlackEndpoint(SslCheck: false));
        return endpoints;

        void Map<T>(string name, Func<T, HttpContext, Deadline, Task> handle, SlackEndpoint mark)
            where T : notnull =>
            endpoints.MapPost($"/slack/{name}", context => handle(context.RequestServices.GetRequiredService<T>(), context, new Deadline(clock, s_patience)))
                .WithMetadata(mark)
                .RequireAuthorization(signed);
    }

    private static bool IsConfigured(IConfiguration settings) => settings["Slack:SigningSecret"] is { Length: > 0 } || settings["Slack:BotToken"] is { Length: > 0 };

    private static void AddCalling(this IServiceCollection services)
    {
        services.AddHttpClient(SlackClient.HttpName, static client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestVersion = HttpVersion.Version20;
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(15),
                PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            });
        services.AddSingleton<Installation>();
        services.AddSingleton<Pace>();
        services.AddSingleton<Retries>();
        services.AddSingleton<SlackClient>();
        services.AddSingleton<ResponseAddress>();
        services.AddSingleton<People>();
        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<IPlatform>(static provider => provider.GetRequiredService<SlackPlatform>());
        services.AddHostedService<WarmUp>();
    }

    private static void AddReceiving(this IServiceCollection services)
    {
        services.AddAnswering();
        services.AddSingleton<FormOpener>();
        services.AddSingleton<Whisper>();
        services.AddSingleton<ToPresser>();
        services.AddSingleton<LatestChoice>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<Presses>();
        services.AddSingleton<Changes>();
        services.AddSingleton<Submissions>();
        services.AddSingleton<Shortcuts>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Revocations>();
        services.AddSingleton<CommandEndpoint>();
        services.AddSingleton<InteractionEndpoint>();
        services.AddSingleton<EventEndpoint>();
    }
}
