using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>What the introducer reads in private at each step; at the end with a sentence to pass on. It never names the contact.</summary>
public static class Story
{
    /// <summary>The message about an event. <paramref name="answerers"/> are who will answer; <paramref name="sentence"/> is what the recruiter added.</summary>
    public static Card Tell(Introduction introduction, Event happened, Programme programme, Language language, IReadOnlyList<Person> answerers, string? sentence, Person actor)
    {
        var say = Phrases.In(language);
        var code = new Run.Said(introduction.DisplayCode, Strong: true);
        var route = programme.FindRoute(happened.Route) ?? programme.General;
        var line = happened.Step switch
        {
            Steps.Introduce => say.Line(nameof(Words.ToldIntroduced), code, Answerers(answerers, route, say), By(programme, route, happened.At, say)),
            Steps.Claim => say.Line(nameof(Words.ToldClaimed), code, actor),
            Steps.Pass => say.Line(nameof(Words.ToldPassed), code, Answerers(answerers, route, say), By(programme, route, happened.At, say)),
            Steps.Met => say.Line(nameof(Words.ToldMet), code, actor),
            Steps.InProcess => say.Line(nameof(Words.ToldInProcess), code, actor),
            Steps.Hired => say.Line(nameof(Words.ToldHired), code),
            Steps.NotNow => say.Line(nameof(Words.ToldNotNow), code, Reason(programme, happened, say)),
            Steps.Reopen => say.Line(nameof(Words.ToldReopened), code, actor),
            Steps.TakeOver => say.Line(nameof(Words.ToldTakenOver), code, actor),
            Steps.Withdraw => say.Line(nameof(Words.ToldWithdrawn), code),
            _ => say.Line(nameof(Words.ToldCorrected), code),
        };
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(new Part.Paragraph(line));
        if (sentence is not null)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.InTheirWords), actor)));
            parts.Add(new Part.Quote(Line.Typed(sentence)));
        }

        if (PassOn(happened.Step) is { } passOn)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.PassThisOn))));
            parts.Add(new Part.Quote(say.Line(passOn)));
        }

        return new Card(language, line, [.. parts, .. Actions(introduction, say)]);
    }

    /// <summary>What the introducer can do with an introduction, if anything: when it ended, there is nothing left to mute.</summary>
    public static IEnumerable<Part> Actions(Introduction introduction, Phrases say)
    {
        if (introduction.State == State.Withdrawn || (!introduction.IsOpen && !introduction.Muted))
        {
            yield break;
        }

        var buttons = ImmutableArray.CreateBuilder<Button>();
        if (introduction.IsOpen)
        {
            buttons.Add(new Button(Steps.Correct, StepWords.Button(Steps.Correct, say)));
        }

        var follow = introduction.Muted ? Steps.Follow : Steps.Mute;
        buttons.Add(new Button(follow, StepWords.Button(follow, say)));
        if (introduction.IsOpen)
        {
            buttons.Add(new Button(Steps.Withdraw, StepWords.Button(Steps.Withdraw, say), ButtonStyle.Danger, say.Text(nameof(Words.WithdrawConfirm), introduction.DisplayCode)));
        }

        yield return new Part.Actions(introduction.Id, buttons.ToImmutable());
    }

    private static Line Answerers(IReadOnlyList<Person> people, Route route, Phrases say) => people.Count > 0
        ? say.Either([.. people.Select(static person => new Line([new Run.Mention(person)]))])
        : say.Line(nameof(Words.TeamOf), route.Title.In(say.Language));

    private static string By(Programme programme, Route route, DateTimeOffset at, Phrases say) => say.Day(programme.AddWorkingDays(route, at, 2), programme.Zone);

    private static string Reason(Programme programme, Event happened, Phrases say) =>
        programme.Reasons.FirstOrDefault(reason => reason.Key == happened.Reason)?.Text.In(say.Language) ?? say.Text(nameof(Words.ReasonUnsaid));

    private static string? PassOn(string step) => step switch
    {
        Steps.Hired => nameof(Words.PassOnHired),
        Steps.NotNow => nameof(Words.PassOnNotNow),
        _ => null,
    };
}
