using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Conversation;

namespace IntroBot.Ledger;

/// <summary>Everything secret of our own, derived from <c>Keys:Master</c> (32 bytes) by HKDF-SHA-256 (RFC 5869), one key a purpose.
/// <c>Keys:Previous</c> is tried on lookups during a rotation.</summary>
public sealed class Keys
{
    private readonly byte[] _introductions;
    private readonly ImmutableKeys _contacts;
    private readonly IReadOnlyList<(byte[] Link, byte[] Pepper)> _links;

    /// <summary>Derives the keys; <paramref name="previous"/> may be null.</summary>
    public Keys(byte[] master, byte[]? previous)
    {
        _introductions = Derive(master, "introduction");
        _contacts = new ImmutableKeys(Derive(master, "contact"), previous is null ? null : Derive(previous, "contact"));
        _links = [.. new[] { master, previous }.OfType<byte[]>().Select(static key => (Derive(key, "link"), Derive(key, "pepper")))];
    }

    /// <summary>The id of the introduction that this request creates: the same for a repeat.</summary>
    public IntroductionId Introduction(string request) => new(Hash(_introductions, request));

    /// <summary>The code people say, such as <c>7k3f2q</c>; <paramref name="attempt"/> draws another when it is taken.</summary>
    public string Code(IntroductionId id, int attempt) => Hash(_introductions, $"code|{attempt}|{id}")[..6];

    /// <summary>The partition of a contact's normalised address: under the present key first, then under the previous one.</summary>
    public IReadOnlyList<string> Contact(string kind, string address) =>
        _contacts.Previous is { } previous ? [Hash(_contacts.Present, $"{kind}|{address}"), Hash(previous, $"{kind}|{address}")] : [Hash(_contacts.Present, $"{kind}|{address}")];

    /// <summary>The token of a contact's link (32 bytes in base64url), with the hash that is all we store of it: under the present key first, then under the previous one.</summary>
    public IReadOnlyList<(string Token, string Hash)> Links(IntroductionId id, string purpose, int generation) =>
    [
        .. _links.Select(keys =>
        {
            var token = Base64Url.EncodeToString(HMACSHA256.HashData(keys.Link, Encoding.UTF8.GetBytes($"{purpose}|{generation}|{id}")));
            return (token, Hash(keys.Pepper, token));
        }),
    ];

    /// <summary>The hashes a link's token may be stored under.</summary>
    public IReadOnlyList<string> LinkHashes(string token) => [.. _links.Select(keys => Hash(keys.Pepper, token))];

    private static byte[] Derive(byte[] master, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, salt: [], Encoding.UTF8.GetBytes($"introbot/{purpose}"));

    private static string Hash(byte[] key, string text) => Ids.Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)), 26);

    private sealed record ImmutableKeys(byte[] Present, byte[]? Previous);
}
