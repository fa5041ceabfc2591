namespace IntroBot.Introductions;

/// <summary>The names of the steps, as buttons, forms and events carry them.</summary>
public static class Steps
{
    /// <summary>An employee introduces somebody.</summary>
    public const string Introduce = "introduce";

    /// <summary>A recruiter takes it.</summary>
    public const string Claim = "claim";

    /// <summary>On to another route or person.</summary>
    public const string Pass = "pass";

    /// <summary>Recruiter and contact met.</summary>
    public const string Met = "met";

    /// <summary>The contact is in a hiring process.</summary>
    public const string InProcess = "in-process";

    /// <summary>Hired.</summary>
    public const string Hired = "hired";

    /// <summary>Closed kindly.</summary>
    public const string NotNow = "not-now";

    /// <summary>Taken up again.</summary>
    public const string Reopen = "reopen";

    /// <summary>Another recruiter carries on.</summary>
    public const string TakeOver = "take-over";

    /// <summary>The introducer takes it back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>The introducer corrects the details.</summary>
    public const string Correct = "correct";

    /// <summary>Opens the contact's details.</summary>
    public const string Contact = "contact";

    /// <summary>Private messages about it again.</summary>
    public const string Follow = "follow";

    /// <summary>No private messages about it.</summary>
    public const string Mute = "mute";
}
