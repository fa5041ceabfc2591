using System.Globalization;
using IntroBot.Introductions;

namespace IntroBot.Conversation.Understanding;

/// <summary>Finds emails, links and phone numbers in a text, each exactly as typed. One pass; what is not surely one of them is left alone.</summary>
internal sealed class Addresses(string text, string region)
{
    private const int LongestEmail = 200;
    private const int MostDigits = 15;

    // Each question to libphonenumber costs as much as reading a line of text.
    private const int MostAsked = 12;

    private static readonly HashSet<string> s_tops =
    [
        "com", "net", "org", "io", "dev", "fr", "eu", "co", "uk", "be", "ch", "ca", "de", "es", "it", "nl", "me", "app", "ai", "info", "tech", "paris", "studio", "example", "test",
    ];

    private static readonly HashSet<string> s_software = ["asp.net", "vb.net", "ado.net", "socket.io"];

    private readonly List<Found> _found = [];
    private int _asked;

    /// <summary>The addresses, in order.</summary>
    public static IReadOnlyList<Found> In(string text, string region) => new Addresses(text, region).Find();

    private List<Found> Find()
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsGap(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !IsGap(text[end]))
            {
                end++;
            }

            at = Chunk(at, end);
        }

        return _found;
    }

    /// <summary>Reads what stands between two gaps; returns where to go on.</summary>
    private int Chunk(int start, int end)
    {
        var trimmed = end;
        while (trimmed > start && text[trimmed - 1] is '.' or '!' or '?' or ':' or '*' or '_' or '~' or '`' or '\'' or '’' or '…')
        {
            trimmed--;
        }

        var at = text.IndexOf('@', start, trimmed - start);
        if (at > start && !text.AsSpan(start, trimmed - start).Contains("://", StringComparison.Ordinal) && text[at - 1] != '/')
        {
            Email(start, at, trimmed);
            return end;
        }

        if (text.AsSpan(start, trimmed - start).StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            return Phone(start + 4) is > 0 and var last ? last : end;
        }

        if (char.IsAsciiDigit(text[start]) || text[start] is '+' or '(')
        {
            return Phone(start) is > 0 and var last ? last : EndOfDigits(start, end);
        }

        Link(start, trimmed);
        return end;
    }

    private void Email(int start, int at, int end)
    {
        var from = at;
        while (from > start && at - from < LongestEmail && text[from - 1] is not (':' or '/' or '*' or '=' or '(' or '\'' or '’' or '`'))
        {
            from--;
        }

        var to = at + 1;
        while (to < end && to - at < LongestEmail && (char.IsLetterOrDigit(text[to]) || text[to] is '.' or '-'))
        {
            to++;
        }

        while (to > at && text[to - 1] is '.' or '-')
        {
            to--;
        }

        if (text.AsSpan(at, to - at).Contains('.') && Address.Read(text[from..to]) is { Kind: "email" } email)
        {
            _found.Add(new Found(from, to, email));
        }
    }

    private void Link(int start, int end)
    {
        while (start < end && text[start] is '*' or '_' or '`' or '\'' or '’')
        {
            start++;
        }

        if (end - start is < 4 or > 2000 || LinkOf(text[start..end]) is not { } found)
        {
            return;
        }

        var typed = text[start..end];
        _found.Add(new Found(start, end, Profiles.IsPerson(found.Host, found.Path) && typed.Length <= LongestEmail ? Address.Read(typed) : null));
    }

    private static (string Host, string Path)? LinkOf(string typed)
    {
        var scheme = typed.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : typed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        var slash = typed.IndexOfAny(['/', '?', '#'], scheme);
        var host = (slash < 0 ? typed[scheme..] : typed[scheme..slash]).ToLowerInvariant();
        var path = slash < 0 ? "" : typed[slash..].Split('?', '#')[0];
        var labels = host.Split('.');
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return labels.Length < 2 || labels.Any(static label => label.Length == 0 || !label.All(static c => char.IsLetterOrDigit(c) || c == '-')) || s_software.Contains(host) ? null
            : scheme > 0 || bare.Length < host.Length || Profiles.IsHost(bare) || (s_tops.Contains(labels[^1]) && labels[0].Length > 1) ? (bare, path)
            : null;
    }

    /// <summary>Adds the phone number that begins here, the longest; where it ends, or 0 for none.</summary>
    private int Phone(int start)
    {
        var ends = EndsOfDigits(start);
        for (var i = ends.Count - 1; i >= 0 && _asked < MostAsked; i--)
        {
            var typed = text[start..ends[i]];
            if (!IsInGroups(typed))
            {
                continue;
            }

            _asked++;
            if (Phones.IsSurely(typed, region) || (IsLabelled(start) && Phones.Normal(typed, region) is not null))
            {
                _found.Add(new Found(start, ends[i], Address.Read(typed, region)));
                return ends[i];
            }
        }

        return 0;
    }

    /// <summary>Where a number of 8 to 15 digits that begins here may end: after each group.</summary>
    private List<int> EndsOfDigits(int start)
    {
        var ends = new List<int>();
        var digits = 0;
        var at = start;
        for (; at < text.Length && digits <= MostDigits; at++)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (digits is >= 8 and <= MostDigits && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
                {
                    ends.Add(at + 1);
                }
            }
            else if (!(c is ' ' or '.' or '-' or '(' or ')' or '\u00a0' or '\u202f' || (c == '+' && at == start)) || (at > start + 1 && c is ' ' or '.' or '-' && text[at - 1] is '.' or '-'))
            {
                break;
            }
        }

        // A date, an amount or a piece of a longer number is no phone's.
        if (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '/' or '%' or '€' or '$') && ends.Count > 0 && ends[^1] >= at - 1)
        {
            ends.RemoveAt(ends.Count - 1);
        }

        return ends;
    }

    /// <summary>"+33 (0)6 12 34 56 78" has two digits that stand alone; "1 2 3 4 5 6 7 8" is no number anybody gives.</summary>
    private static bool IsInGroups(string typed)
    {
        var alone = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            alone += char.IsAsciiDigit(typed[i]) && (i == 0 || !char.IsAsciiDigit(typed[i - 1])) && (i + 1 == typed.Length || !char.IsAsciiDigit(typed[i + 1])) ? 1 : 0;
        }

        return alone <= 2;
    }

    private int EndOfDigits(int start, int end)
    {
        var at = start + 1;
        while (at < end && (char.IsAsciiDigit(text[at]) || text[at] is '+' or '('))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether "tel", "phone" or the like stands right before.</summary>
    private bool IsLabelled(int start)
    {
        var end = start;
        while (end > 0 && start - end < 4 && text[end - 1] is ' ' or ':' or '.')
        {
            end--;
        }

        var from = end;
        while (from > 0 && end - from < 12 && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        return text[from..end].ToLower(CultureInfo.InvariantCulture) is "tel" or "tél" or "téléphone" or "telephone" or "phone" or "mobile" or "portable" or "cell" or "number" or "numéro" or "whatsapp";
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '[' or ']' or '{' or '}' or '|' or '"' or '«' or '»' or '“' or '”' or ')' or '•' or '—' or '–' or '→';
}
