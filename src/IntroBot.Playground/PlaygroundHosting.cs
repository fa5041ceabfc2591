using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using IntroBot.Playground.Page;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Story;
using IntroBot.Playground.Teams;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Playground;

/// <summary>Puts the Playground into a host.</summary>
public static class PlaygroundHosting
{
    /// <summary>The setting that lengthens the platforms' deadlines, for machines so busy that theirs would be missed.</summary>
    internal const string Patience = "Playground:Patience";

    /// <summary>
    /// Starts a small Slack workspace below <c>{host}/playground/slack/</c> and points the settings <c>Slack:SigningSecret</c>, <c>Slack:BotToken</c> and
    /// <c>Slack:ApiBaseUrl</c> at it, with secrets made up for this run.
    /// </summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="host">The absolute http(s) address at which this very host listens; the workspace calls the bot's routes there.</param>
    public static void AddPlayground(this IHostApplicationBuilder builder, Uri host)
    {
        var options = new SlackOptions
        {
            SigningSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            BotToken = "xoxb-playground-" + RandomNumberGenerator.GetHexString(24, lowercase: true),
            Address = new(host, "/playground/slack/"),
            Bot = host,
        };
        if (builder.Configuration.GetValue<TimeSpan?>(Patience) is { } patience)
        {
            options = options with { Deadline = patience, TriggerLifetime = patience };
        }

        builder.Configuration.AddInMemoryCollection(
        [
            new("Slack:SigningSecret", options.SigningSecret),
            new("Slack:BotToken", options.BotToken),
            new("Slack:ApiBaseUrl", new Uri(options.Address, "api/").AbsoluteUri),
        ]);
        builder.Services.AddSingleton<Stage>();
        builder.Services.AddSingleton(services => new SlackWorkspace(options, services.GetService<TimeProvider>()) { Bot = ToThisHost() });
    }

    /// <summary>The demo company has a past: its people introduced and answered before anybody came. For hosts that have a Teams tenant too.</summary>
    public static void AddTale(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<Tales>();

    /// <summary>Serves the page at <c>/playground</c> (and each chat alone at <c>/playground/slack</c> and <c>/playground/teams</c>) and the workspace's Web API and response_urls below <c>/playground/slack/</c>.</summary>
    /// <param name="endpoints">The application, to which <see cref="AddPlayground"/> was added.</param>
    public static void MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        var slack = endpoints.ServiceProvider.GetRequiredService<SlackWorkspace>();
        endpoints.MapSlackWorkspace(slack, "/playground/slack");
        endpoints.MapPlaygroundPage(endpoints.ServiceProvider.GetRequiredService<Stage>());
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler and lives as long as the host.")]
    internal static HttpClient ToThisHost() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
}
