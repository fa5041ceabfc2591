using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace IntroBot.Host;

/// <summary>
/// The reverse proxies whose <c>X-Forwarded-For</c> is believed (setting <c>Proxies</c>: addresses and networks, separated by <c>;</c>), so that limits count the network a request came from and not
/// the proxy. Without the setting the header is ignored. Host and scheme are never taken from a header: links are built from <c>PublicBaseUrl</c>.
/// </summary>
internal static class Proxies
{
    public const string Key = "Proxies";

    public static void UseKnownProxies(this WebApplication app)
    {
        var known = Told(app.Configuration).Select(static told => Read(told)!.Value).ToList();
        if (known.Count > 0)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = known.Count };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            known.ForEach(options.KnownIPNetworks.Add);
            app.UseForwardedHeaders(options);
        }
    }

    /// <summary>The entries that are neither an address nor a network.</summary>
    public static IEnumerable<string> Wrong(IConfiguration settings) => Told(settings).Where(static told => Read(told) is null);

    private static string[] Told(IConfiguration settings) => settings[Key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static IPNetwork? Read(string told) =>
        IPNetwork.TryParse(told, out var network) ? network
        : IPAddress.TryParse(told, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
