namespace IntroBot.BrowserTests.Driving;

/// <summary>Who works at the demo's Maison Exemple.</summary>
internal static class People
{
    public const string Emma = "U0EMMA";
    public const string Jack = "U0JACK";
    public const string Lea = "U0LEA";
    public const string Ravi = "U0RAVI";
    public const string Mina = "U0MINA";
    public const string Omar = "U0OMAR";
    public const string Gus = "U0GUEST";
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
