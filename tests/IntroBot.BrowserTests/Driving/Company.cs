namespace IntroBot.BrowserTests.Driving;

/// <summary>The companies a host is started for.</summary>
public enum Company
{
    /// <summary>The demo's, as a newcomer starts it, but for its past.</summary>
    Demo,

    /// <summary>The same, speaking English.</summary>
    English,

    /// <summary>The same, whose people introduced and answered before anybody came.</summary>
    WithAPast,
}

/// <summary>Who works at the demo's Maison Exemple, by their Slack account; <see cref="InTeams"/> is the same person there.</summary>
internal static class People
{
    public const string Emma = "U0EMMA";
    public const string Jack = "U0JACK";
    public const string Lea = "U0LEA";
    public const string Ravi = "U0RAVI";
    public const string Mina = "U0MINA";
    public const string Omar = "U0OMAR";
    public const string Gus = "U0GUEST";

    public static string InTeams(string person) => person == Gus ? "gus@elsewhere.test" : $"{person[2..].ToLowerInvariant()}@example.test";
}

/// <summary>Its channels.</summary>
internal static class Channels
{
    public const string General = "C0GENERAL";
    public const string Tech = "C0TECH";
    public const string Recruiting = "C0RECRUIT";
    public const string Luxury = "C0LUXE";
    public const string Thanks = "C0KUDOS";
}

/// <summary>Its team's channels in Teams.</summary>
internal static class TeamsChannels
{
    public const string General = "19:maisonexemplegeneral01@thread.tacv2";
    public const string Tech = "19:recruitingtech02@thread.tacv2";
    public const string Recruiting = "19:recruiting03@thread.tacv2";
    public const string Thanks = "19:thanks04@thread.tacv2";
}
