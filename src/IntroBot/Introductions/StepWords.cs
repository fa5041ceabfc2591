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
        Steps.Resend => nameof(Words.ButtonResend),
        Steps.Remind => nameof(Words.ButtonRemind),
        Steps.AskIntroducer => nameof(Words.ButtonAskIntroducer),
        Steps.Answer => nameof(Words.ButtonAnswer),
        Steps.AskFirst => nameof(Words.ButtonAskFirst),
        _ => nameof(Words.Introduce),
    });

    /// <summary>What its option in a menu says; taking an introduction from the menu adds a word of thanks.</summary>
    public static string Option(string step, Phrases say) => step == Steps.Claim ? say.Text(nameof(Words.OptionClaimWithThanks)) : Button(step, say);

    /// <summary>The key of what the card's history says: {0} who, {1} when. The contact is nobody that could be named.</summary>
    public static string Deed(Deed deed) => deed.Step == Steps.Correct && deed.By == Actor.Contact.Person.Id ? nameof(Words.DeedCorrectThemselves) : Deed(deed.Step);

    /// <summary>The key of what the card's history says of a step: {0} who, {1} when.</summary>
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
        Steps.Agree => nameof(Words.DeedAgree),
        Steps.Confirm => nameof(Words.DeedConfirm),
        _ => nameof(Words.DeedCorrect),
    };

    /// <summary>Whether the card's history tells of it. What ends an introduction closes its card; the rest is between the bot and one person, and who looked at the details is in the audit.</summary>
    public static bool IsDeed(string step) => step is Steps.Introduce or Steps.Claim or Steps.Pass or Steps.Met or Steps.InProcess or Steps.Hired or Steps.NotNow or Steps.Reopen or Steps.TakeOver
        or Steps.Correct or Steps.Agree or Steps.Confirm;
}
