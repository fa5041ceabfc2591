namespace IntroBot.Introductions;

/// <summary>The words of each step.</summary>
public static class StepWords
{
    /// <summary>What its button says.</summary>
    public static string Button(string step, Phrases say) => say.Text(step switch
    {
        Steps.Claim => nameof(Words.ButtonClaim),
        Steps.Pass => nameof(Words.ButtonPass),
        Steps.Contact => nameof(Words.ButtonContact),
        Steps.Met => nameof(Words.ButtonMet),
        Steps.InProcess => nameof(Words.ButtonInProcess),
        Steps.Hired => nameof(Words.ButtonHired),
        Steps.NotNow => nameof(Words.ButtonNotNow),
        Steps.Reopen => nameof(Words.ButtonReopen),
        Steps.TakeOver => nameof(Words.ButtonTakeOver),
        Steps.Withdraw => nameof(Words.ButtonWithdraw),
        Steps.Correct => nameof(Words.ButtonCorrect),
        Steps.Follow => nameof(Words.ButtonFollow),
        Steps.Mute => nameof(Words.ButtonMute),
        _ => nameof(Words.Introduce),
    });

    /// <summary>What its option in a menu says; taking an introduction from the menu adds a word of thanks.</summary>
    public static string Option(string step, Phrases say) => step == Steps.Claim ? say.Text(nameof(Words.OptionClaimWithThanks)) : Button(step, say);

    /// <summary>The key of what the card's history says: {0} who, {1} when.</summary>
    public static string Deed(string step) => step switch
    {
        Steps.Introduce => nameof(Words.DeedIntroduce),
        Steps.Claim => nameof(Words.DeedClaim),
        Steps.Pass => nameof(Words.DeedPass),
        Steps.Met => nameof(Words.DeedMet),
        Steps.InProcess => nameof(Words.DeedInProcess),
        Steps.Hired => nameof(Words.DeedHired),
        Steps.NotNow => nameof(Words.DeedNotNow),
        Steps.Reopen => nameof(Words.DeedReopen),
        Steps.TakeOver => nameof(Words.DeedTakeOver),
        _ => nameof(Words.DeedCorrect),
    };

    /// <summary>Whether the card's history tells of it; following and muting are the introducer's own, and who looked at the details is in the audit.</summary>
    public static bool IsDeed(string step) => step is not (Steps.Follow or Steps.Mute or Steps.Contact);
}
