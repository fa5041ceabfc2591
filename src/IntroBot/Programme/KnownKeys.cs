using System.Collections.Frozen;

namespace IntroBot.Programmes;

/// <summary>Every key a programme file may have, by the section it stands in. docs/programme.md explains each.</summary>
internal static class KnownKeys
{
    private static readonly string[] s_bilingual = ["en", "fr"];
    private static readonly string[] s_hours = ["days", "from", "to", "holidays"];

    private static readonly FrozenDictionary<string, string[]> s_sections = new Dictionary<string, string[]>
    {
        [""] =
        [
            "company", "organisation", "domains", "why", "brand", "privacy", "language", "zone", "agreement", "recruiters", "owners", "managers", "people", "kudos", "limits", "retention", "hours", "reasons", "thanks", "routes",
        ],
        ["organisation"] = ["slack", "teams"],
        ["why"] = s_bilingual,
        ["brand"] = ["color", "logo"],
        ["privacy"] = ["controller", "officer", "basis"],
        ["kudos"] = ["slack", "teams", "language"],
        ["people[]"] = ["same"],
        ["limits"] = ["perDay"],
        ["retention"] = ["unanswered", "unconfirmed", "closed", "hired", "pool", "audit"],
        ["hours"] = s_hours,
        ["reasons[]"] = ["key", .. s_bilingual],
        ["thanks[]"] = ["name", "after"],
        ["thanks[].name"] = s_bilingual,
        ["routes[]"] = ["name", "title", "takes", "slack", "teams", "recruiters", "fallback", "discreet", "language", "hours"],
        ["routes[].title"] = s_bilingual,
        ["routes[].hours"] = s_hours,
    }.ToFrozenDictionary();

    /// <summary>Every key's path, positions left out: <c>routes[].title.en</c>.</summary>
    public static IEnumerable<string> All => s_sections.SelectMany(static section => section.Value.Select(key => section.Key.Length == 0 ? key : $"{section.Key}.{key}"));

    /// <summary>The keys of a section, given by its path without positions.</summary>
    public static string[] Of(string section) => s_sections[section];

    /// <summary>The known key that is closest to a mistyped one, or null when none is close.</summary>
    public static string? Nearest(string section, string mistyped) => Of(section)
        .Select(key => (Key: key, Distance: Distance(key.ToLowerInvariant(), mistyped.ToLowerInvariant())))
        .Where(found => found.Distance <= Math.Max(1, found.Key.Length / 3))
        .OrderBy(static found => found.Distance)
        .Select(static found => found.Key)
        .FirstOrDefault();

    /// <summary>Levenshtein distance: letters added, left out or changed.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > one.Length)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
