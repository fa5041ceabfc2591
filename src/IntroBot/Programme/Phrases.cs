using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>Our sentences by key and language.</summary>
internal static class Phrases
{
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr");

    /// <summary>How dates and numbers are written in a language.</summary>
    public static CultureInfo Culture(Language language) => language == Language.Fr ? _french : _english;

    /// <summary>A sentence in a language, its {0} … filled in.</summary>
    /// <exception cref="ArgumentException">There is no such key: a defect in the caller.</exception>
    public static string In(Language language, string key, params ReadOnlySpan<object?> values)
    {
        var words = Words.ResourceManager.GetString(key, Culture(language)) ?? throw new ArgumentException($"no words for {key}", nameof(key));
        return values.IsEmpty ? words : string.Format(Culture(language), words, values);
    }

    /// <summary>A sentence in both languages.</summary>
    public static Bilingual Both(string key) => new(In(Language.En, key), In(Language.Fr, key));
}
