using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Teams;

/// <summary>A signing key of the Connector's, with what it may sign for.</summary>
internal sealed class SigningKey(string id, params string[] endorsements) : IDisposable
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public string Id => id;

    /// <summary>What it may sign for from now on.</summary>
    public void Endorse(params string[] channels) => endorsements = channels;

    public JsonObject Public()
    {
        var parameters = Rsa.ExportParameters(false);
        var key = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Issuer.Encode(parameters.Modulus!), ["e"] = Issuer.Encode(parameters.Exponent!) };
        if (endorsements.Length > 0)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(static one => (JsonNode)one)]);
        }

        return key;
    }

    public void Dispose() => Rsa.Dispose();
}

/// <summary>The Connector's token issuer: metadata and keys over HTTP, tokens by hand, so that every way to forge one can be tried.</summary>
internal sealed class Issuer : HttpMessageHandler
{
    public const string Name = "https://api.botframework.com";

    private int fetched;

    public List<SigningKey> Keys { get; } = [new("key-1", "msteams", "webchat")];

    public SigningKey Key => Keys[^1];

    /// <summary>How often the keys were fetched.</summary>
    public int Fetched => fetched;

    public bool IsDown { get; set; }

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Encode(JsonNode json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static JsonObject Claims(DateTimeOffset now, string serviceUrl = Samples.ServiceUrl) => new()
    {
        ["iss"] = Name,
        ["aud"] = TeamsApp.AppId,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(59).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl,
    };

    public string Token(JsonObject claims, SigningKey? key = null, string algorithm = "RS256", string? keyId = null)
    {
        key ??= Key;
        var signed = $"{Encode(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId ?? key.Id })}.{Encode(claims)}";
        return $"{signed}.{Encode(Sign(signed, key, algorithm))}";
    }

    public string Good(DateTimeOffset now, string serviceUrl = Samples.ServiceUrl) => Token(Claims(now, serviceUrl));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (IsDown)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
        }

        var isKeys = request.RequestUri!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal);
        if (isKeys)
        {
            Interlocked.Increment(ref fetched);
        }

        var json = isKeys
            ? new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(static key => (JsonNode)key.Public())]) }
            : new JsonObject { ["issuer"] = Name, ["jwks_uri"] = "https://login.botframework.com/v1/.well-known/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json") };
    }

    private static byte[] Sign(string signed, SigningKey key, string algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(signed);
        return algorithm switch
        {
            "RS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            _ => [],
        };
    }
}
