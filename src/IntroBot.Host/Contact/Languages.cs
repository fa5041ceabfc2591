using IntroBot.Conversation;

namespace IntroBot.Host.Contact;

/// <summary>In which language somebody reads: as they chose on the page, else as their browser asks.</summary>
internal static class Languages
{
    /// <summary><c>en</c> or <c>fr</c>; null when it is neither.</summary>
    public static Language? Read(string? code) => code switch
    {
        "en" => Language.En,
        "fr" => Language.Fr,
        _ => null,
    };

    /// <summary>What the address of the page says: the choice made with its switch.</summary>
    public static Language? Chosen(HttpRequest request) => Read(request.Query["language"]);

    /// <summary>The language that the browser likes best of the two, or null when it names neither.</summary>
    public static Language? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(static accepted => accepted.Quality is null or > 0)
        .OrderByDescending(static accepted => accepted.Quality ?? 1)
        .Select(static accepted => Read(accepted.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(static language => language is not null);
}
