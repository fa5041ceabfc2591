using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace IntroBot.Host.Contact;

/// <summary>
/// How many requests the contact's pages take. A token cannot be guessed whatever the pace (256 bits); this only keeps one network from crowding out the others, and is wide because whole
/// companies and their mail scanners come from one address.
/// </summary>
internal sealed record ContactLimits(int FromOneNetwork, int FromOneNetworkASecond, int FromAll, int FromAllASecond)
{
    public static ContactLimits Usual { get; } = new(12_000, 100, 60_000, 1_000);
}

/// <summary>Applies the limits to everything under <c>/c</c>.</summary>
internal static class ContactLimiting
{
    public static void AddContactLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ContactLimits.Usual);
        builder.Services.AddRateLimiter(static options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(static context => Bucket(context, Network(context.Connection.RemoteIpAddress), static limits => (limits.FromOneNetwork, limits.FromOneNetworkASecond))),
                PartitionedRateLimiter.Create<HttpContext, string>(static context => Bucket(context, "", static limits => (limits.FromAll, limits.FromAllASecond))));
            options.OnRejected = static async (rejected, cancellation) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await rejected.HttpContext.RequestServices.GetRequiredService<Easel>().Moment(rejected.HttpContext.Request).ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    /// <summary>The network an address belongs to: the first 24 bits of IPv4, the first 56 of IPv6.</summary>
    internal static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 7));
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, string key, Func<ContactLimits, (int Most, int ASecond)> choose)
    {
        if (!context.Request.Path.StartsWithSegments(ContactEndpoints.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var (most, aSecond) = choose(context.RequestServices.GetRequiredService<ContactLimits>());
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = aSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });
    }
}
