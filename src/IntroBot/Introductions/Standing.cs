using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>Where an introduction stands, in a sentence; what a card says and what whoever pressed too late reads.</summary>
public static class Standing
{
    /// <summary>As a sentence of its own, which begins with a capital.</summary>
    public static Line Sentence(Introduction introduction, Programme programme, Phrases say, Person? passedTo, Naming name) => Capital(Line(introduction, programme, say, passedTo, name));

    /// <summary>The same to the introducer.</summary>
    public static Line SentenceToIntroducer(Introduction introduction, Programme programme, Phrases say, Naming name) => Capital(ToIntroducer(introduction, programme, say, name));

    /// <summary>After a code and a colon, to the introducer: no more than the contact wants them to hear.</summary>
    public static Line ToIntroducer(Introduction introduction, Programme programme, Phrases say, Naming name) =>
        introduction.IsHidden ? say.Line(nameof(Words.StandsBetween)) : Line(introduction.IsQuiet ? introduction with { State = State.AwaitingAgreement } : introduction, programme, say, null, name);

    /// <summary>After a code and a colon.</summary>
    public static Line Line(Introduction introduction, Programme programme, Phrases say, Person? passedTo, Naming name)
    {
        object claimer = introduction.Claimer is { } id ? name(id) : "";
        return introduction.State switch
        {
            State.Waiting when passedTo is not null => say.Line(nameof(Words.StandsWaitingFor), passedTo),
            State.Waiting => say.Line(nameof(Words.StandsWaiting), programme.FindRoute(introduction.Route)?.Title.In(say.Language) ?? introduction.Route),
            State.Acknowledged => say.Line(nameof(Words.StandsAcknowledged), claimer),
            State.Met => say.Line(nameof(Words.StandsMet), claimer),
            State.InProcess => say.Line(nameof(Words.StandsInProcess), claimer),
            State.Hired => say.Line(nameof(Words.StandsHired), claimer),
            State.NotNow => say.Line(nameof(Words.StandsNotNow), claimer),
            State.AwaitingAgreement => say.Line(nameof(Words.StandsAwaiting)),
            State.Declined => say.Line(nameof(Words.StandsDeclined)),
            State.Expired => say.Line(nameof(Words.StandsExpired)),
            State.Erased => say.Line(nameof(Words.StandsErased)),
            _ => say.Line(nameof(Words.StandsWithdrawn)),
        };
    }

    private static Line Capital(Line line) =>
        line.Runs is [Run.Said { Text: [var first, .. var rest] } said, .. var others] ? new Line([said with { Text = char.ToUpperInvariant(first) + rest }, .. others]) : line;
}
