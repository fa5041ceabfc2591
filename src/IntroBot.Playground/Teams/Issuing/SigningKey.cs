using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Teams.Issuing;

/// <summary>An RSA key of 2048 bits with its id.</summary>
internal sealed class SigningKey
{
    private static readonly List<SigningKey> Made = [];
    private readonly RSA rsa = RSA.Create(2048);

    private SigningKey()
    {
        PublicKey = rsa.ExportSubjectPublicKeyInfo();
        Id = WebEncoders.Base64UrlEncode(SHA256.HashData(PublicKey)[..20]);
    }

    public string Id { get; }

    /// <summary>The public key, DER: what a forger may know.</summary>
    public byte[] PublicKey { get; }

    /// <summary>The keys of this process, made when first asked for: making one takes long, and tests need not wait for new ones.</summary>
    public static SigningKey Number(int number)
    {
        lock (Made)
        {
            while (Made.Count <= number)
            {
                Made.Add(new());
            }

            return Made[number];
        }
    }

    public byte[] Sign(byte[] data, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        lock (rsa)
        {
            return rsa.SignData(data, hash, padding);
        }
    }

    /// <summary>RFC 7517, with the property by which the Connector says for which channels a key speaks.</summary>
    public JsonObject Jwk(IEnumerable<string> endorsements)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["x5t"] = Id,
            ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]),
        };
    }
}
