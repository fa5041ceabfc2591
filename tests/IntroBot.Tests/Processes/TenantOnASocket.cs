using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using TenantHosting = IntroBot.Playground.Teams.TeamsHosting;

namespace IntroBot.Tests.Processes;

/// <summary>A Teams tenant on a socket, for a host that listens on a port of this machine; and the settings by which the host finds it.</summary>
internal sealed class TenantOnASocket : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _bot = new();

    private TenantOnASocket(WebApplication server, TeamsOptions options)
    {
        _server = server;
        Teams = new TeamsTenant(options) { Bot = _bot };
        Settings = new Dictionary<string, string>
        {
            ["Teams:AppId"] = options.AppId,
            ["Teams:TenantId"] = options.TenantId,
            ["Teams:ClientSecret"] = options.ClientSecret,
            ["Teams:Authority"] = options.Login.AbsoluteUri,
            ["Teams:OpenIdMetadata"] = new Uri(options.Address, "v1/.well-known/openidconfiguration").AbsoluteUri,
            ["Teams:ServiceUrls"] = options.Address.AbsoluteUri,
        };
    }

    public TeamsTenant Teams { get; }

    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Opens it for the host at <paramref name="port"/>.</summary>
    public static async Task<TenantOnASocket> Open(int port)
    {
        var far = HostProcess.FreePort();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var tenant = new TenantOnASocket(builder.Build(), TenantHosting.At(new Uri($"http://127.0.0.1:{far}/"), new TeamsOptions { Limits = TeamsLimits.Unpaced }) with { Bot = new($"http://127.0.0.1:{port}/") });
        tenant._server.Urls.Add($"http://127.0.0.1:{far}");
        tenant._server.MapTenantWire(tenant.Teams, "/playground/teams");
        await tenant._server.StartAsync();
        return tenant;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Teams.Dispose();
        _bot.Dispose();
    }
}
