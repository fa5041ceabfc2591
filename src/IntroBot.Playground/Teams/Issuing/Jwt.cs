using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Teams.Issuing;

/// <summary>JSON Web Tokens (RFC 7519), good ones and, for tests of whoever reads them, every bad one.</summary>
internal static class Jwt
{
    /// <summary>
    /// A token with this header and these claims, signed as the header's <c>alg</c> says: RS256, RS384, RS512, PS256; HS256 with the public key as the secret, as forgers do;
    /// <c>none</c> with an empty signature.
    /// </summary>
    /// <exception cref="ArgumentException">Another algorithm.</exception>
    public static string Make(JsonObject header, JsonObject claims, SigningKey key)
    {
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        var data = Encoding.ASCII.GetBytes(signed);
        var signature = header.Text("alg") switch
        {
            "RS256" => key.Sign(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => key.Sign(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.Sign(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.Sign(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(key.PublicKey, data),
            "none" => [],
            var other => throw new ArgumentException($"No signature is known for {other}.", nameof(header)),
        };
        return $"{signed}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    private static string Encoded(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
