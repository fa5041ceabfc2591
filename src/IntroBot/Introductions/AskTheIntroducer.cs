namespace IntroBot.Introductions;

/// <summary>A recruiter asks the introducer something; it is relayed to their private chat, and the answer comes back in the card's thread.</summary>
public static class AskTheIntroducer
{
    /// <summary>Decides the question.</summary>
    public static Decision Ask(Introduction introduction, Actor actor, string question, DateTimeOffset now) => introduction switch
    {
        _ when !actor.Carries(introduction) && !(introduction.State == State.Waiting && actor.IsRecruiter) => new Decision.Refusal(introduction.State == State.Waiting ? nameof(Words.OnlyRecruitersAsk) : nameof(Words.OnlyCarriers)),
        { HasCard: true, IsOpen: true } => new Decision.Change(introduction.Marked(Steps.AskIntroducer, now), Steps.AskIntroducer) { Sentence = question },
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };

    /// <summary>Decides the answer.</summary>
    public static Decision Answer(Introduction introduction, Actor actor, string answer) => introduction switch
    {
        _ when !actor.Introduced(introduction) => new Decision.Refusal(nameof(Words.OnlyIntroducer)),
        { HasCard: true, IsOpen: true } when introduction.Marks.ContainsKey(Steps.AskIntroducer) => new Decision.Change(introduction, Steps.Answer) { Sentence = answer, Tells = false, Notes = true },
        _ => new Decision.Refusal(nameof(Words.StandsElsewhere)),
    };
}
