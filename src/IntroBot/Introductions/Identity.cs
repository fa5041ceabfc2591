using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;

namespace IntroBot.Introductions;

/// <summary>Keeps the contact's identity out of what is shown in chat.</summary>
public static class Identity
{
    /// <summary>Whether a text that a chat message will carry says who the contact is: their full name, a capitalised part of it of three letters or more, or any address.
    /// Where <paramref name="isPlace"/>, the name of a town is no part of a name: Valence Martin may live in Valence.</summary>
    public static bool Shows(string? text, string contact, bool isPlace = false)
    {
        if (text is null)
        {
            return false;
        }

        var words = $" {Typing.Fold(text)} ";
        return words.Contains($" {Typing.Fold(contact)} ", StringComparison.Ordinal)
            || Words(text).Intersect(Words(contact).Where(static word => word.Length >= 3 && char.IsUpper(word[0])), StringComparer.Ordinal).Any(word => !(isPlace && Lexicon.IsPlace(word)))
            || text.Split([' ', '\n', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Any(IsAddress);
    }

    // "node.js/react" and "2019-2024" are no addresses in a job's description.
    private static bool IsAddress(string word) => Address.Read(word) switch
    {
        { Kind: "email" } => true,
        { Kind: "phone", Normal.Length: > 8 } => true,
        { Kind: "url" } => word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.Contains("linkedin.", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string[] Words(string text) =>
        text.Split([' ', '\n', ',', ';', '.', ':', '!', '?', '(', ')', '«', '»', '"', '’', '\'', '-'], StringSplitOptions.RemoveEmptyEntries);
}
