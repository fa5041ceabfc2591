using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Ledger;

/// <summary>Registers what features commit through and what carries it out.</summary>
public static class LedgerParts
{
    /// <summary>Adds <see cref="Outbox"/>, <see cref="Timers"/>, <see cref="Pump"/> (hosted) and <see cref="ParkedEffects"/>. Needs <see cref="IStore"/>, <see cref="IEffects"/>, <see cref="TimeProvider"/> and logging;
    /// takes <see cref="PumpOptions"/>, <see cref="Random"/> and <c>Func&lt;Guid&gt;</c> from the container where they are there.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var newId = provider.GetService<Func<Guid>>() ?? Guid.NewGuid;
            return new Instance(newId().ToString("N"), provider.GetRequiredService<IStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<Random>() ?? Random.Shared, newId, provider.GetService<PumpOptions>() ?? new PumpOptions());
        });
        services.AddSingleton<Bell>();
        services.AddSingleton(provider => new Outbox(provider.GetRequiredService<Instance>(), provider.GetRequiredService<Bell>()));
        services.AddSingleton(provider => new Timers(provider.GetRequiredService<Instance>()));
        services.AddSingleton(provider => new ParkedEffects(provider.GetRequiredService<Instance>(), provider.GetRequiredService<Outbox>()));
        services.AddSingleton(provider => new Pump(
            provider.GetRequiredService<Instance>(), provider.GetRequiredService<Bell>(), provider.GetRequiredService<IEffects>(), provider.GetRequiredService<ILogger<Pump>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Pump>());
        return services;
    }
}
