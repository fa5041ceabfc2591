#if PLAYGROUND
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Playground;
using IntroBot.Playground.Teams;
#endif

namespace IntroBot.Host;

/// <summary>With nothing configured, Development starts a small Slack workspace and a small Teams tenant, and opens on them. A published host does not contain it.</summary>
internal static class Playgrounds
{
#if PLAYGROUND
    private const string Added = "Playground:Added";
    private static readonly string[] s_anyPlatform = ["Slack:BotToken", "Slack:SigningSecret", "Teams:AppId", "Teams:Anonymous"];
#endif

    public static void AddPlaygroundWhenNothingIsConfigured(this WebApplicationBuilder builder)
    {
#if PLAYGROUND
        if (builder.Environment.IsDevelopment() && s_anyPlatform.All(key => string.IsNullOrEmpty(builder.Configuration[key])))
        {
            builder.AddMovingTime();
            builder.AddPlayground(builder.ListeningAddress());
            builder.AddTeamsTenant(builder.ListeningAddress());
            if (builder.Configuration.GetValue("Playground:Tale", true))
            {
                builder.AddTale();
            }

            builder.WatchStore();
            builder.Configuration["Programme:File"] ??= Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml");
            builder.Configuration[Added] = "true";
        }
#endif
    }

#if PLAYGROUND
    /// <summary>The chats' memory ends with the process, so unless a file was named the ledger's does too.</summary>
    private static void WatchStore(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["Storage:Path"]) && string.IsNullOrEmpty(builder.Configuration["Storage:Tables"]))
        {
            builder.Configuration["Storage:Path"] = "data/playground.db";
            Forget(Path.Combine(builder.Environment.ContentRootPath, "data/playground.db"));
        }

        builder.Services.AddSingleton<LedgerNotes>();
        builder.Services.AddSingleton(static provider => new Forgetting(async () =>
        {
            await ((WatchedStore)provider.GetRequiredService<IStore>()).Forget();
            provider.GetRequiredService<People>().Refresh();
        }));
        builder.Host.ConfigureContainer<IServiceCollection>(static (_, services) =>
        {
            var store = services.Last(static service => service.ServiceType == typeof(IStore));
            services.Remove(store);
            services.AddSingleton<Scrub>(static provider => ((WatchedStore)provider.GetRequiredService<IStore>()).Scrub);
            services.AddSingleton<IStore>(provider => ActivatorUtilities.CreateInstance<WatchedStore>(provider, store.ImplementationFactory!(provider)));
        });
    }

    private static void Forget(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using var held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            foreach (var part in (string[])["", "-wal", "-shm", ".erasures"])
            {
                File.Delete(path + part);
            }
        }
        catch (IOException)
        {
            // Another host has it; the store will say so.
        }
    }
#endif

    public static void MapPlaygroundWhenAdded(this WebApplication app)
    {
#if PLAYGROUND
        if (app.Configuration[Added] is not null)
        {
            app.MapPlayground();
            app.MapMovingTime();
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
