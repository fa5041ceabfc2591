namespace IntroBot.Agreements;

/// <summary>What can be pressed on the contact's page: the values of the button <c>step</c>.</summary>
public static class ContactSteps
{
    /// <summary>Yes, pass it on.</summary>
    public const string Agree = "agree";

    /// <summary>No, thank you.</summary>
    public const string Decline = "decline";

    /// <summary>Yes, that's me.</summary>
    public const string Confirm = "confirm";

    /// <summary>I never agreed.</summary>
    public const string Deny = "deny";

    /// <summary>Correct the fields that are sent, and how much the introducer hears.</summary>
    public const string Correct = "correct";

    /// <summary>Take it back: the details are purged; the contact's own page stays, or comes with it.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Erase everything, the page too.</summary>
    public const string Erase = "erase";

    /// <summary>Never contact me again: withdraws what is open, and no introduction with this address is taken from now on.</summary>
    public const string Never = "never";

    /// <summary>Keep me in mind, or no longer.</summary>
    public const string Pool = "pool";

    /// <summary>Tell the owners that this is abuse.</summary>
    public const string Abuse = "abuse";
}
