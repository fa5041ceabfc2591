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

    /// <summary>A recruiter asks the introducer.</summary>
    public const string AskIntroducer = "ask-introducer";

    /// <summary>The answer to a question.</summary>
    public const string Answer = "answer";

    /// <summary>An employee asks recruiters first, naming nobody.</summary>
    public const string AskFirst = "ask-first";

    /// <summary>A new link for the contact; the former is dead.</summary>
    public const string Resend = "resend";

    /// <summary>The introducer reminds the contact, once.</summary>
    public const string Remind = "remind";

    /// <summary>The contact agrees.</summary>
    public const string Agree = "agree";

    /// <summary>The contact declines.</summary>
    public const string Decline = "decline";

    /// <summary>The contact confirms what was passed on.</summary>
    public const string Confirm = "confirm";

    /// <summary>The contact never agreed.</summary>
    public const string Deny = "deny";

    /// <summary>The contact erases everything.</summary>
    public const string Erase = "erase";

    /// <summary>The contact wants never to be contacted again.</summary>
    public const string Never = "never";

    /// <summary>The contact wants to be kept in mind, or no longer.</summary>
    public const string Pool = "pool";

    /// <summary>The contact reports abuse.</summary>
    public const string Abuse = "abuse";

    /// <summary>The introducer is told that nobody has answered yet.</summary>
    public const string AskAgain = "ask-again";

    /// <summary>Nobody answered in time.</summary>
    public const string Expire = "expire";

    /// <summary>The recruiter is told that the contact has not confirmed yet.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>Kept for long enough.</summary>
    public const string Purge = "purge";

    /// <summary>The recruiter is told that nothing has happened for long.</summary>
    public const string Idle = "idle";

    /// <summary>The recruiter is told that the contact's wish to be kept in mind ends.</summary>
    public const string PoolEnds = "pool-ends";

    /// <summary>Whoever introduced somebody whom colleagues introduced too hears of it.</summary>
    public const string Joined = "joined";
}
