using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Conversation;

/// <summary>Hashed and encoded ids, in the store's key alphabet.</summary>
public static class Ids
{
    private const string Crockford = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Native ids as a key part: the first 26 characters (130 bits) of base32(SHA-256(parts joined by '|')), lower case.</summary>
    public static string Hash(params ReadOnlySpan<string> parts) =>
        Encode(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts!))), 26);

    /// <summary>The person behind an account.</summary>
    public static PersonId Person(Account account) => new(Hash(account.Platform.ToString(), account.Organisation, account.User));

    /// <summary>The first <paramref name="length"/> characters of the bytes in Crockford's base32, lower case.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, int length)
    {
        var text = new char[length];
        for (int i = 0, bit = 0; i < length; i++, bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text[i] = Crockford[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }
}
