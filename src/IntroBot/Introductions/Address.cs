using System.Globalization;
using System.Text;
using IntroBot.Conversation.Understanding;

namespace IntroBot.Introductions;

/// <summary>Where a contact is reached. <paramref name="Kind"/> is <c>email</c>, <c>phone</c> or <c>url</c>; <paramref name="Normal"/> is the form in which the same address always comes out alike.</summary>
public sealed record Address(string Kind, string Typed, string Normal)
{
    private static readonly IdnMapping s_idn = new();

    /// <summary>Reads one address, or null when it is none. Never guesses. Phone numbers without a country's code are of <paramref name="region"/> (ISO 3166; <c>ZZ</c> for no country).</summary>
    public static Address? Read(string text, string region = "ZZ")
    {
        var typed = text.Trim().Trim('<', '>', '.', ',', ';');
        return typed.Length is 0 or > 200 || typed.Any(char.IsControl) ? null
            : Email(typed) ?? Url(typed) ?? Phone(typed, region);
    }

    private static Address? Email(string typed)
    {
        var at = typed.LastIndexOf('@');
        if (at <= 0 || typed.IndexOf('@', StringComparison.Ordinal) != at || typed.Any(static letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>' or '"' or '(' or ')' or '/' or ':')
            || typed.StartsWith('.') || Host(typed[(at + 1)..]) is not { } host)
        {
            return null;
        }

        return new Address("email", typed, $"{typed[..at].ToLowerInvariant()}@{host}");
    }

    private static Address? Url(string typed)
    {
        var schemed = typed.Contains("://", StringComparison.Ordinal);
        if (typed.Any(char.IsWhiteSpace) || typed.Contains('@', StringComparison.Ordinal) || (!schemed && !typed.Contains('/', StringComparison.Ordinal))
            || !Uri.TryCreate(schemed ? typed : "https://" + typed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || Host(url.Host) is not { } host)
        {
            return null;
        }

        return new Address("url", typed, (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) + url.AbsolutePath.TrimEnd('/').ToLowerInvariant());
    }

    private static Address? Phone(string typed, string region)
    {
        var digits = new StringBuilder();
        foreach (var letter in typed)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits.Append(letter);
            }
            else if (!(letter is ' ' or '.' or '-' or '(' or ')' or '/' or '\u00a0' or '\u202f' || (letter == '+' && digits.Length == 0)))
            {
                return null;
            }
        }

        // A number that nobody could dial as it stands is kept as it was typed: whoever typed it may know better.
        var number = digits.ToString();
        return number.Length is < 8 or > 15 ? null : new Address("phone", typed, Phones.Normal(typed, region) ?? (typed.TrimStart('(', ' ').StartsWith('+') ? "+" + number : number));
    }

    private static string? Host(string host)
    {
        try
        {
            var ascii = s_idn.GetAscii(host.ToLowerInvariant().TrimEnd('.'));
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels[^1].Length >= 2 && char.IsAsciiLetter(labels[^1][0])
                && labels.All(static label => label.Length is > 0 and <= 63 && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
