using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Playground.Slack.Wire;

/// <summary>Slack's request signature v0 (docs.slack.dev, "Verifying requests from Slack").</summary>
internal static class Signing
{
    /// <returns><c>v0=</c> and 64 lower-case hex digits over <c>v0:timestamp:body</c>.</returns>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
