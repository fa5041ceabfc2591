using System.Text;

namespace IntroBot.Slack.Receiving;

/// <summary>Text as Slack sends it, turned back into what the person typed, once (docs.slack.dev, formatting message text).</summary>
internal static class SlackText
{
    /// <summary>Decodes a text; <c>&lt;@U…&gt;</c> stays for people, save for <paramref name="bot"/>, whose mention goes.</summary>
    public static string Decode(string? text, string? bot = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var plain = new StringBuilder(text.Length);
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && end >= 0 && (end = text.IndexOf('>', i)) > i)
            {
                plain.Append(Token(text[(i + 1)..end], bot));
                i = end;
            }
            else
            {
                i += Character(text, i, plain);
            }
        }

        return plain.ToString().Trim();
    }

    /// <summary>Appends the character at <paramref name="at"/>; returns how many more were part of it.</summary>
    private static int Character(string text, int at, StringBuilder plain)
    {
        foreach (var (entity, character) in Entities)
        {
            if (string.CompareOrdinal(text, at, entity, 0, entity.Length) == 0)
            {
                plain.Append(character);
                return entity.Length - 1;
            }
        }

        plain.Append(text[at]);
        return 0;
    }

    private static readonly (string Entity, char Character)[] Entities = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];

    private static string Token(string token, string? bot)
    {
        var (target, label) = token.Split('|', 2) is [var first, var second] ? (Unescape(first), Unescape(second)) : (Unescape(token), "");
        return target switch
        {
            ['@', .. var user] when user == bot => "",
            ['@', .. var user] => $"<@{user}>",
            ['#', .. var channel] => label.Length > 0 ? $"#{label}" : $"#{channel}",
            ['!', .. var special] => Special(special, label),
            _ => Link(target, label),
        };
    }

    private static string Special(string special, string label) =>
        label.Length > 0 ? label : special.StartsWith("subteam^", StringComparison.Ordinal) || special.StartsWith("date^", StringComparison.Ordinal) ? "" : $"@{special}";

    private static string Link(string target, string label)
    {
        var address = target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? target["mailto:".Length..]
            : target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? target["tel:".Length..]
            : target;
        return label.Length == 0 ? address : Says(label, address) ? label : $"{label} {address}";
    }

    /// <summary>Whether the label is the address as somebody types it, so that nothing is lost by showing it alone.</summary>
    private static bool Says(string label, string address) =>
        string.Equals(Bare(label), Bare(address), StringComparison.OrdinalIgnoreCase) || IsSameNumber(Digits(label), Digits(address));

    private static string Bare(string address) =>
        (address.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? address[(at + 3)..] : address).TrimEnd('/');

    private static bool IsSameNumber(string label, string address) =>
        label.TrimStart('0') is { Length: > 5 } number && address.EndsWith(number, StringComparison.Ordinal);

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += Character(text, i, plain);
        }

        return plain.ToString();
    }
}
