using IntroBot.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Host;

/// <summary>
/// Alive as long as the process answers; ready while the store answers and no stop is under way. When told to stop, the host says it is not ready and goes on serving for a
/// while (<c>Shutdown:Delay</c>, 5 s in Production), so that a balancer turns away first.
/// </summary>
internal static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService(static provider => provider.GetRequiredService<Readiness>());
        builder.Services.AddHealthChecks().AddCheck<Readiness>("ready", tags: ["ready"]);
    }

    public static void MapHealth(this WebApplication app)
    {
        // What may be cached is said in Headers, for every route alike.
        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false, AllowCachingResponses = true });
        app.MapHealthChecks("/health/ready", new() { Predicate = static check => check.Tags.Contains("ready"), AllowCachingResponses = true });
    }
}

/// <summary>Whether requests should come here.</summary>
internal sealed class Readiness(IStore store, TimeProvider time, IConfiguration settings, IHostEnvironment environment) : IHealthCheck, IHostedLifecycleService
{
    private volatile bool _stopping;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_stopping)
        {
            return HealthCheckResult.Unhealthy("stopping");
        }

        try
        {
            await store.Get(Table.Config, "programme", "head", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            return HealthCheckResult.Unhealthy("the store does not answer");
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        return Task.Delay(settings.GetValue("Shutdown:Delay", environment.IsProduction() ? TimeSpan.FromSeconds(5) : TimeSpan.Zero), time, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
