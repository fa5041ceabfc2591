namespace IntroBot.Conversation.Understanding;

/// <summary>Which links are somebody's profile, where they can be written to.</summary>
internal static class Profiles
{
    // Where the first part of the path is the person; elsewhere the part after one of these words.
    private static readonly HashSet<string> s_flat =
    [
        "github.com", "gitlab.com", "behance.net", "dribbble.com", "instagram.com", "twitter.com", "x.com", "facebook.com", "kaggle.com", "about.me", "vimeo.com", "artstation.com", "codepen.io", "linktr.ee", "medium.com",
        "doyoubuzz.com", "orcid.org", "t.me", "soundcloud.com", "threads.net", "codeberg.org", "huggingface.co", "tiktok.com", "youtube.com", "pinterest.com", "flickr.com",
    ];

    private static readonly Dictionary<string, string[]> s_deep = new()
    {
        ["linkedin.com"] = ["in", "pub"],
        ["malt.fr"] = ["profile"],
        ["malt.com"] = ["profile"],
        ["malt.uk"] = ["profile"],
        ["malt.de"] = ["profile"],
        ["xing.com"] = ["profile"],
        ["viadeo.com"] = ["profile", "p"],
        ["researchgate.net"] = ["profile"],
        ["bsky.app"] = ["profile"],
        ["stackoverflow.com"] = ["users"],
        ["wellfound.com"] = ["u"],
        ["reddit.com"] = ["user", "u"],
    };

    private static readonly HashSet<string> s_pages =
    [
        "about", "blog", "careers", "company", "contact", "events", "explore", "features", "feed", "groups", "hashtag", "home", "jobs", "job", "join", "legal", "login", "marketplace", "news", "p", "pages", "posts", "pricing",
        "reel", "search", "settings", "share", "shop", "signup", "status", "stories", "topics", "trending", "watch", "orgs", "apps", "collections", "gist", "i", "intent",
    ];

    /// <summary>Whether a host, <c>www.</c> left out, is one where people have profiles.</summary>
    public static bool IsHost(string host) => s_flat.Contains(host) || s_deep.ContainsKey(Registered(host));

    /// <summary>Whether a link with this host and path leads to one person.</summary>
    public static bool IsPerson(string host, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return s_flat.Contains(host)
            ? parts is [var person] && !s_pages.Contains(person.ToLowerInvariant())
            : s_deep.TryGetValue(Registered(host), out var words) && parts.Length >= 2 && words.Contains(parts[0].ToLowerInvariant());
    }

    /// <summary>"fr.linkedin.com" is "linkedin.com".</summary>
    private static string Registered(string host) => host.Split('.') is [.., var name, var top] ? $"{name}.{top}" : host;
}
