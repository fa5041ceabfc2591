using PhoneNumbers;

namespace IntroBot.Conversation.Understanding;

/// <summary>Phone numbers, by Google's libphonenumber. What it says of a number is asked for bounded pieces of text alone, since its patterns backtrack.</summary>
public static class Phones
{
    private const int Longest = 30;
    private static readonly Lazy<PhoneNumberUtil> s_numbers = new(PhoneNumberUtil.GetInstance);

    // The country whose numbers people write without its code: the one of the programme's time zone.
    private static readonly Dictionary<string, string> s_regions = new()
    {
        ["Europe/Paris"] = "FR",
        ["Europe/London"] = "GB",
        ["Europe/Dublin"] = "IE",
        ["Europe/Brussels"] = "BE",
        ["Europe/Zurich"] = "CH",
        ["Europe/Luxembourg"] = "LU",
        ["Europe/Monaco"] = "MC",
        ["Europe/Berlin"] = "DE",
        ["Europe/Vienna"] = "AT",
        ["Europe/Amsterdam"] = "NL",
        ["Europe/Madrid"] = "ES",
        ["Europe/Lisbon"] = "PT",
        ["Europe/Rome"] = "IT",
        ["Europe/Copenhagen"] = "DK",
        ["Europe/Stockholm"] = "SE",
        ["Europe/Oslo"] = "NO",
        ["Europe/Helsinki"] = "FI",
        ["Europe/Warsaw"] = "PL",
        ["Europe/Prague"] = "CZ",
        ["Europe/Budapest"] = "HU",
        ["Europe/Bucharest"] = "RO",
        ["Europe/Athens"] = "GR",
        ["Europe/Istanbul"] = "TR",
        ["Africa/Casablanca"] = "MA",
        ["Africa/Tunis"] = "TN",
        ["Africa/Algiers"] = "DZ",
        ["Africa/Dakar"] = "SN",
        ["Africa/Abidjan"] = "CI",
        ["Indian/Reunion"] = "RE",
        ["America/Martinique"] = "MQ",
        ["America/Guadeloupe"] = "GP",
        ["America/Cayenne"] = "GF",
        ["America/Montreal"] = "CA",
        ["America/Toronto"] = "CA",
        ["America/Vancouver"] = "CA",
        ["America/New_York"] = "US",
        ["America/Chicago"] = "US",
        ["America/Denver"] = "US",
        ["America/Los_Angeles"] = "US",
        ["America/Sao_Paulo"] = "BR",
        ["America/Mexico_City"] = "MX",
        ["Asia/Dubai"] = "AE",
        ["Asia/Kolkata"] = "IN",
        ["Asia/Singapore"] = "SG",
        ["Asia/Hong_Kong"] = "HK",
        ["Asia/Tokyo"] = "JP",
        ["Asia/Shanghai"] = "CN",
        ["Australia/Sydney"] = "AU",
        ["Pacific/Auckland"] = "NZ",
    };

    /// <summary>The country of a time zone as ISO 3166 has it; <c>ZZ</c> (none) for zones that are no country's.</summary>
    public static string RegionOf(TimeZoneInfo zone) => s_regions.GetValueOrDefault(zone.Id, "ZZ");

    /// <summary>The number in international form (E.164), or null when it is none that could be dialled.</summary>
    public static string? Normal(string typed, string region) => Parse(typed, region) is { } number ? s_numbers.Value.Format(number, PhoneNumberFormat.E164) : null;

    /// <summary>
    /// Whether digits in running text are surely a phone number: written with a country's code, or with the leading 0 of <paramref name="region"/>; in countries that have none, in groups and really in use.
    /// </summary>
    public static bool IsSurely(string typed, string region) =>
        Parse(typed, region) is { } number && (typed.AsSpan().TrimStart('(') is ['+', ..] or ['0', ..] || (Groups(typed) >= 3 && s_numbers.Value.GetNddPrefixForRegion(region, true) != "0" && s_numbers.Value.IsValidNumber(number)));

    private static int Groups(string typed) => typed.Split([' ', '.', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static PhoneNumber? Parse(string typed, string region)
    {
        if (typed.Length > Longest)
        {
            return null;
        }

        try
        {
            var number = s_numbers.Value.Parse(typed.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", typed.AsSpan(2)) : typed, region);
            return s_numbers.Value.IsPossibleNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
