using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Slack.Receiving;

/// <summary>Slack's request signature, version 0: HMAC-SHA256 over <c>v0:timestamp:body</c>, the body as raw bytes and the secret as text (docs.slack.dev, verifying requests from Slack).</summary>
internal static class Signature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string Header = "X-Slack-Signature";

    /// <summary>How far the timestamp may lie from now, either way, in seconds.</summary>
    private const long Window = 300;

    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <summary>Whether a request was signed by one who holds <paramref name="secret"/>; an empty secret verifies nothing.</summary>
    public static bool Holds(string secret, string timestamp, ReadOnlySpan<byte> body, string presented) =>
        !string.IsNullOrWhiteSpace(secret)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(secret, timestamp, body)), Encoding.UTF8.GetBytes(presented));

    public static bool IsFresh(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window;
}
