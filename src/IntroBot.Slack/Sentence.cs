using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Slack;

/// <summary>The sentences only Slack needs, by their key in <see cref="Words"/>.</summary>
internal static class Sentence
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    public static string Of(string key, Language language) =>
        Words.ResourceManager.GetString(key, language == Language.Fr ? French : English) ?? throw new InvalidOperationException($"Words has no {key}");
}
