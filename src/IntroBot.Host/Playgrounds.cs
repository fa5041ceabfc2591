#if PLAYGROUND
using IntroBot.Playground;
using IntroBot.Playground.Teams;
#endif

namespace IntroBot.Host;

/// <summary>With nothing configured, Development starts a small Slack workspace and a small Teams tenant, and opens on them. A published host does not contain it.</summary>
internal static class Playgrounds
{
    private const string Added = "Playground:Added";
    private static readonly string[] s_anyPlatform = ["Slack:BotToken", "Slack:SigningSecret", "Slack:AppToken", "Slack:ClientId", "Teams:AppId", "Teams:Anonymous"];

    public static void AddPlaygroundWhenNothingIsConfigured(this WebApplicationBuilder builder)
    {
#if PLAYGROUND
        if (builder.Environment.IsDevelopment() && s_anyPlatform.All(key => string.IsNullOrEmpty(builder.Configuration[key])))
        {
            builder.AddPlayground(builder.ListeningAddress());
            builder.AddTeamsTenant(builder.ListeningAddress());
            builder.Configuration["Programme:File"] ??= Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml");
            builder.Configuration[Added] = "true";
        }
#endif
    }

    public static void MapPlaygroundWhenAdded(this WebApplication app)
    {
#if PLAYGROUND
        if (app.Configuration[Added] is not null)
        {
            app.MapPlayground();
            app.MapTeamsTenant();
            app.MapGet("/", static () => Results.Redirect("/playground"));
            var address = new Uri(new Uri(app.Configuration["PublicBaseUrl"]!), "playground");
            app.Lifetime.ApplicationStarted.Register(() => Say.Opened(app.Logger, address));
        }
#endif
    }
}

/// <summary>What the start says.</summary>
internal static partial class Say
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Open {Address} in a browser: a small Slack workspace and a small Teams to try everything in.")]
    public static partial void Opened(ILogger logger, Uri address);
}
