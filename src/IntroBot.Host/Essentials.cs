using System.Net;

namespace IntroBot.Host;

/// <summary>What everything else stands on: the clock, the source of ids, the server's limits.</summary>
internal static class Essentials
{
    private const int OneMebibyte = 1 << 20;

    public static void AddEssentials(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Random.Shared);
        builder.Services.AddSingleton<Func<Guid>>(Guid.NewGuid);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.WebHost.ConfigureKestrel(static server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = OneMebibyte;
            server.Limits.MaxConcurrentConnections = 10_000;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Information).AddFilter("System", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole();
        }
    }

    /// <summary>The first http address the host is told to listen on, as a browser on this machine reaches it.</summary>
    public static Uri ListeningAddress(this WebApplicationBuilder builder)
    {
        var told = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey)?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var port = builder.Configuration["HTTP_PORTS"]?.Split(';')[0];
        var address = told.FirstOrDefault(static url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? (port is null ? "http://localhost:5000" : $"http://localhost:{port}");
        var parsed = BindingAddress.Parse(address);
        var host = parsed.Host is "*" or "+" || (IPAddress.TryParse(parsed.Host, out var ip) && ip.Equals(IPAddress.Any)) || parsed.Host == "[::]" ? "localhost" : parsed.Host;
        return new UriBuilder("http", host, parsed.Port).Uri;
    }
}
