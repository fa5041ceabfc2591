using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>What a typed text prefills in the form <c>introduce</c>. Deterministic; an address is never guessed; what is not understood goes to the note, so that every word typed is somewhere.</summary>
public static class Draft
{
    private static readonly string[] s_openings =
    [
        "introduce", "i introduce", "i'd like to introduce", "i would like to introduce", "i want to introduce", "please introduce", "meet",
        "présente", "presente", "présenter", "je présente", "je vous présente", "je voudrais présenter", "je souhaite présenter", "j'aimerais présenter",
    ];

    private static readonly string[] s_contacts = ["my contact", "my friend", "my former colleague", "mon contact", "ma contact", "mon amie", "mon ami", "mon ancien collègue", "mon ancienne collègue"];
    private static readonly string[] s_towards = ["to the ", "to ", "for the ", "for ", "au ", "à la ", "à l'", "aux ", "pour le ", "pour la ", "pour l'", "pour les ", "pour "];
    private static readonly string[] s_places = [" in ", " based in ", " à ", " basé à ", " basée à "];
    private static readonly char[] s_separators = [',', ';', '\n', '—', '–', '|'];

    /// <summary>The fields the text fills in.</summary>
    public static ImmutableDictionary<string, string> Read(string text, Programme programme)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var parts = Typing.Clean(text).Replace('’', '\'').Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            parts[i] = TakeAddress(parts[i], fields);
        }

        parts.RemoveAll(static part => part.Length == 0);
        if (parts.Count == 0)
        {
            return fields.ToImmutable();
        }

        parts[0] = After(parts[0], s_openings);
        TakeRoute(parts, fields, programme);
        var named = parts.Count > 0 && s_contacts.Any(opening => parts[0].StartsWith(opening + " ", StringComparison.OrdinalIgnoreCase));
        if (parts.Count > 0)
        {
            parts[0] = After(parts[0], s_contacts);
            TakeName(parts, fields, named);
        }

        TakeAbout(parts, fields);
        if (parts.Count > 0)
        {
            fields["note"] = string.Join(", ", parts);
        }

        return fields.ToImmutable();
    }

    private static string TakeAddress(string part, ImmutableDictionary<string, string>.Builder fields)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var length = Math.Min(words.Count, 8); length > 0 && !fields.ContainsKey("address"); length--)
        {
            for (var from = 0; from + length <= words.Count; from++)
            {
                var candidate = string.Join(' ', words.Skip(from).Take(length));
                if (Address.Read(candidate) is { } address && (address.Kind != "phone" || address.Normal.Length >= 9))
                {
                    fields["address"] = address.Typed;
                    words.RemoveRange(from, length);
                    break;
                }
            }
        }

        return string.Join(' ', words);
    }

    private static void TakeRoute(List<string> parts, ImmutableDictionary<string, string>.Builder fields, Programme programme)
    {
        var last = parts[^1];
        var start = s_towards.Select(word => (At: LastIndexOfWord(last, word), word.Length)).Where(static found => found.At >= 0).OrderByDescending(static found => found.At).ThenByDescending(static found => found.Length).FirstOrDefault((At: -1, Length: 0));
        var whole = programme.RouteFor(string.Join(' ', parts));
        if (start.At >= 0 && RouteNamed(last[(start.At + start.Length)..], programme) is { } named)
        {
            fields["route"] = named == Route.General ? whole.Name : named;
            parts[^1] = last[..start.At].TrimEnd();
            parts.RemoveAll(static part => part.Length == 0);
        }
        else
        {
            fields["route"] = whole.Name;
        }
    }

    private static string? RouteNamed(string words, Programme programme) =>
        programme.RouteFor(words) is { } route && route.Name != Route.General ? route.Name
        : Typing.Fold(words) is var folded && new[] { "recruiting", "recruitment", "recruiters", "hr", "recrutement", "recruteurs", "rh", "equipe recrutement", "recruiting team", "general" }.Contains(folded) ? Route.General
        : null;

    private static void TakeName(List<string> parts, ImmutableDictionary<string, string>.Builder fields, bool named)
    {
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = words.TakeWhile(static (word, index) => char.IsUpper(word[0]) || (index > 0 && IsParticle(word))).Count();
        while (length > 0 && IsParticle(words[length - 1]))
        {
            length--;
        }

        length = length == 0 && named && words.Length <= 4 ? words.Length : length;
        if (length is > 0 and <= 6)
        {
            fields["contact"] = string.Join(' ', words[..length]);
            parts[0] = string.Join(' ', words[length..]);
            parts.RemoveAll(static part => part.Length == 0);
        }
    }

    private static void TakeAbout(List<string> parts, ImmutableDictionary<string, string>.Builder fields)
    {
        if (parts.Count == 0 || (fields.GetValueOrDefault("contact") is { } contact && Identity.Shows(parts[0], contact)))
        {
            return;
        }

        var about = parts[0];
        parts.RemoveAt(0);
        var place = s_places.Select(word => (At: about.LastIndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length)).Where(static found => found.At > 0).OrderByDescending(static found => found.Length).FirstOrDefault();
        if (place.At > 0 && about[(place.At + place.Length)..] is { Length: > 0 } location && char.IsUpper(location[0]))
        {
            fields["location"] = location;
            about = about[..place.At];
        }

        fields["about"] = about;
    }

    private static bool IsParticle(string word) => word is "de" or "la" or "le" or "du" or "des" or "d'" or "van" or "von" or "den" or "der" or "di" or "da" or "dos" or "bin" or "ben" or "el" or "al";

    private static string After(string text, string[] openings)
    {
        var opening = openings.Where(opening => text.Equals(opening, StringComparison.OrdinalIgnoreCase) || text.StartsWith(opening + " ", StringComparison.OrdinalIgnoreCase)).MaxBy(static opening => opening.Length);
        return opening is null ? text : text[opening.Length..].TrimStart();
    }

    private static int LastIndexOfWord(string text, string word)
    {
        var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at <= 0 || text[at - 1] == ' ' ? at : -1;
    }
}
