using Azure.Data.Tables;
using IntroBot.Agreements;
using IntroBot.Ledger;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Storage;

/// <summary>Chooses the store from the settings.</summary>
public static class StorageSettings
{
    private const string DefaultPath = "data/introbot.db";

    /// <summary>
    /// Registers <see cref="IStore"/>: Azure Tables when <c>Storage:Tables</c> is set (connection string, or https endpoint with managed identity), else the SQLite file
    /// <c>Storage:Path</c> (default <c>data/introbot.db</c>, relative to the content root); with it what scrubs deleted bytes, and where the journal of erasures is also kept (<c>Storage:Erasures</c>).
    /// Opened before any other hosted service starts; a wrong setting stops the start with a <see cref="StorageSettingException"/> that names its key.
    /// </summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Opened>().AddSingleton(Open);
        builder.Services.AddSingleton<Scrub>(static services => services.GetRequiredService<Opened>().Store is SqliteStore file ? file.ScrubLog : static () => Task.CompletedTask);
        builder.Services.AddSingleton(Pumping).AddSingleton(Erasures);
        builder.Services.AddHostedService<Opening>();
        return builder;
    }

    /// <summary>Readiness: whether the store answers a point read.</summary>
    public static async Task<bool> Answers(this IStore store, CancellationToken cancellation)
    {
        try
        {
            _ = await store.Get(Table.Config, "programme", "head", cancellation);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    // A SQLite file has one host: what a former one left behind is taken up at once.
    private static PumpOptions Pumping(IServiceProvider services)
    {
        _ = services.GetRequiredService<IStore>();
        return new PumpOptions { Alone = services.GetRequiredService<Opened>().Store is SqliteStore };
    }

    // Beside the SQLite file unless the setting says otherwise; beside nothing with Azure Tables.
    private static ErasureFile Erasures(IServiceProvider services)
    {
        var (settings, root) = (services.GetRequiredService<IConfiguration>().GetSection("Storage"), services.GetRequiredService<IHostEnvironment>().ContentRootPath);
        return settings["Erasures"] is { Length: > 0 } told ? new ErasureFile(Path.Combine(root, told))
            : string.IsNullOrWhiteSpace(settings["Tables"]) ? new ErasureFile(Path.Combine(root, settings["Path"] is { Length: > 0 } path ? path : DefaultPath) + ".erasures") : new ErasureFile(null);
    }

    private static IStore Open(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IConfiguration>().GetSection("Storage");
        var (tables, path) = (settings["Tables"], settings["Path"]);
        return services.GetRequiredService<Opened>().Store = (string.IsNullOrWhiteSpace(tables), string.IsNullOrWhiteSpace(path)) switch
        {
            (false, false) => throw new StorageSettingException("Storage:Tables and Storage:Path are both set; keep one: Azure Tables, or a SQLite file for one host."),
            (false, true) => new AzureTablesStore(Connection.Open(tables!.Trim(), Connection.Options())),
            (true, var unset) => SqliteStore.Open(
                Path.Combine(services.GetRequiredService<IHostEnvironment>().ContentRootPath, unset ? DefaultPath : path!),
                services.GetService<TimeProvider>() ?? TimeProvider.System),
        };
    }

    /// <summary>The store that was opened, whatever stands before it.</summary>
    private sealed class Opened
    {
        public IStore? Store { get; set; }
    }

    private sealed class Opening(IStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) =>
            store is AzureTablesStore tables ? tables.CreateTables(cancellationToken) : Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
