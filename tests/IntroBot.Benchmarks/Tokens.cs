using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Benchmarks;

/// <summary>Activities as the Connector signs them.</summary>
internal sealed class Tokens(string serviceUrl) : IDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string App = "c9e8c047-2a34-40a1-b28a-b162d5f5327c";
    public const string Tenant = "3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e";
    public const string Eve = "7faf8ab2-3d56-4244-b585-20c8a42ed2b8";
    private readonly RSA _key = RSA.Create(2048);

    public string Keys
    {
        get
        {
            var key = _key.ExportParameters(false);
            return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k","n":"{{Encode(key.Modulus!)}}","e":"{{Encode(key.Exponent!)}}","endorsements":["msteams"]}]}""";
        }
    }

    /// <summary>A press that opens the form, well signed; <paramref name="id"/> is the activity's.</summary>
    public HttpRequestMessage Fetch(string id, string token)
    {
        var body = $$$"""
            {"type":"invoke","name":"task/fetch","id":"f:{{{id}}}","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","from":{"id":"29:eve","name":"Eve","aadObjectId":"{{{Eve}}}"},
            "recipient":{"id":"28:{{{App}}}","name":"IntroBot"},"conversation":{"conversationType":"personal","tenantId":"{{{Tenant}}}","id":"a:1eve"},"channelData":{"tenant":{"id":"{{{Tenant}}}"}},
            "value":{"data":{"step":"introduce","msteams":{"type":"task/fetch"}},"context":{"theme":"default"}},"locale":"en-GB"}
            """;
        var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return request;
    }

    /// <summary>A token for an hour.</summary>
    public string Token()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var signed = $"{Encode("""{"alg":"RS256","typ":"JWT","kid":"k"}"""u8)}.{Encode(Encoding.UTF8.GetBytes($$"""{"iss":"{{Issuer}}","aud":"{{App}}","nbf":{{now - 60}},"exp":{{now + 3600}},"serviceurl":"{{serviceUrl}}"}"""))}";
        return $"{signed}.{Encode(_key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
