using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Benchmarks;

/// <summary>Requests as Slack signs them.</summary>
internal static class Signed
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private static readonly byte[] s_key = Encoding.UTF8.GetBytes(Secret);

    public static HttpRequestMessage Post(string path, string body)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + signature);
        return request;
    }

    public static string Form(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            body.Append(body.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return body.ToString();
    }
}
