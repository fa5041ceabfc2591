namespace IntroBot.Programmes;

/// <summary>How the contact's agreement reaches us.</summary>
public enum Agreement
{
    /// <summary>The introducer's word is enough to begin; the contact confirms or undoes it.</summary>
    Word,

    /// <summary>Every introduction waits for the contact's own answer.</summary>
    Page,
}
