using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>What the introducer reads in private at each step; at the end with a sentence to pass on. It never names the contact.</summary>
public static class Story
{
    /// <summary>The message about an event. <paramref name="answerers"/> are who will answer; <paramref name="sentence"/> is what the recruiter added,
    /// <paramref name="page"/> the contact's link while it is to be passed on.</summary>
    public static Card Tell(Introduction introduction, Event happened, Programme programme, Language language, IReadOnlyList<Person> answerers, string? sentence, Person actor, Uri? page = null)
    {
        var say = Phrases.In(language);
        var code = new Run.Said(introduction.DisplayCode, Strong: true);
        var route = programme.FindRoute(happened.Route) ?? programme.General;
        var line = happened.Step switch
        {
            Steps.Introduce when happened.To == State.AwaitingAgreement => say.Line(nameof(Words.ToldAwaiting), code),
            Steps.AskIntroducer => say.Line(nameof(Words.ToldQuestion), code, actor),
            Steps.Resend => say.Line(nameof(Words.ToldResent), code),
            Steps.Remind => say.Line(nameof(Words.ToldReminder), code),
            Steps.AskAgain => say.Line(nameof(Words.ToldNoAnswerYet), code),
            Steps.Expire => say.Line(nameof(Words.ToldExpired), code),
            Steps.Agree => say.Line(nameof(Words.ToldAgreed), code, Answerers(answerers, route, say), By(programme, route, happened.At, say)),
            Steps.Decline => say.Line(nameof(Words.ToldDeclined), code),
            Steps.Confirm => say.Line(nameof(Words.ToldConfirmed), code),
            Steps.Joined => say.Line(nameof(Words.ToldJoined), code),
            Steps.Deny or Steps.Never or Steps.Erase => say.Line(nameof(Words.ToldEnded), code),
            Steps.Withdraw when happened.By == Actor.Contact.Person.Id => say.Line(nameof(Words.ToldEnded), code),
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
            parts.AddRange(happened.Step == Steps.AskIntroducer ? [] : new Part[] { new Part.Aside(say.Line(nameof(Words.InTheirWords), actor)) });
            parts.Add(new Part.Quote(Line.Typed(sentence)));
        }

        if (page is not null && happened.Step is Steps.Introduce or Steps.Resend or Steps.Remind)
        {
            parts.AddRange(ToSend(introduction, happened.Step, programme, language, page!));
        }

        if (PassOn(happened.Step) is { } passOn)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.PassThisOn))));
            parts.Add(new Part.Quote(Phrases.In(introduction.ContactLanguage ?? language).Line(passOn)));
        }

        return new Card(language, line, [.. parts, .. happened.Step == Steps.AskIntroducer ? Reply(introduction, say) : Actions(introduction, say)]);
    }

    /// <summary>What the introducer can do with an introduction, if anything: when it ended, there is nothing left to mute.</summary>
    public static IEnumerable<Part> Actions(Introduction introduction, Phrases say)
    {
        if (introduction.State is State.Withdrawn or State.Expired or State.Erased || (introduction.State == State.Declined && !introduction.IsQuiet) || (!introduction.IsOpen && !introduction.Muted && !introduction.IsQuiet))
        {
            yield break;
        }

        var asked = introduction.State == State.AwaitingAgreement || introduction.IsQuiet;

        var buttons = ImmutableArray.CreateBuilder<Button>();
        if (asked && !introduction.Marks.ContainsKey(Steps.Remind))
        {
            buttons.Add(new Button(Steps.Remind, StepWords.Button(Steps.Remind, say)));
        }

        if (introduction.IsAsked && (introduction.IsOpen || asked))
        {
            buttons.Add(new Button(Steps.Resend, StepWords.Button(Steps.Resend, say)));
        }

        if ((introduction.IsOpen && introduction is { Confirmed: false, Purged: false }) || asked)
        {
            buttons.Add(new Button(Steps.Correct, StepWords.Button(Steps.Correct, say)));
        }

        if (!asked)
        {
            var follow = introduction.Muted ? Steps.Follow : Steps.Mute;
            buttons.Add(new Button(follow, StepWords.Button(follow, say)));
        }

        if (introduction.IsOpen || asked)
        {
            buttons.Add(new Button(Steps.Withdraw, StepWords.Button(Steps.Withdraw, say), ButtonStyle.Danger, say.Text(nameof(Words.WithdrawConfirm), introduction.DisplayCode)));
        }

        yield return new Part.Actions(introduction.Id, buttons.ToImmutable());
    }

    private static Part[] Reply(Introduction introduction, Phrases say) => [new Part.Actions(introduction.Id, [new Button(Steps.Answer, StepWords.Button(Steps.Answer, say), ButtonStyle.Primary)])];

    /// <summary>Whether the introducer hears of an event: of their own always, of the rest as the contact wants, and unless they muted it.</summary>
    public static bool Reaches(Introduction introduction, Event happened) => happened.Step switch
    {
        Steps.Introduce or Steps.Resend or Steps.Remind or Steps.AskIntroducer => true,
        _ when introduction.Muted => false,
        _ when happened.By == introduction.Introducer => true,
        _ => introduction.Hears switch
        {
            Hears.EachStep => true,
            Hears.End => happened.Step is Steps.Agree or Steps.Confirm || happened.To is not (State.Waiting or State.Acknowledged or State.Met or State.InProcess),
            _ => introduction.IsQuiet || happened.Step is Steps.Expire,
        },
    };

    // In the contact's language, for the introducer to send; it names nobody, since it stands in a chat.
    private static IEnumerable<Part> ToSend(Introduction introduction, string step, Programme programme, Language language, Uri page)
    {
        var theirs = Phrases.In(introduction.ContactLanguage ?? language);
        var asked = introduction.State == State.AwaitingAgreement || introduction.IsQuiet;
        var until = theirs.Day(introduction.CreatedAt.AddDays(programme.Retention.Unanswered), programme.Zone);
        yield return new Part.Aside(Phrases.In(language).Line(asked ? nameof(Words.MessageToSend) : nameof(Words.PageToPassOn)));
        yield return new Part.Quote(theirs.Line(
            !asked ? nameof(Words.MessageByWord) : step == Steps.Remind ? nameof(Words.MessageReminder) : nameof(Words.MessageInvitation), programme.Company, new Run.Link(page), until));
    }

    /// <summary>Who will answer, as a sentence begins: people by name, or else the team.</summary>
    public static Line Answerers(IReadOnlyList<Person> people, Route route, Phrases say) => people.Count > 0
        ? say.Either([.. people.Select(static person => new Line([new Run.Mention(person)]))])
        : Line.Of(Begun(say.Text(nameof(Words.TeamOf), route.Title.In(say.Language))));

    private static string Begun(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string By(Programme programme, Route route, DateTimeOffset at, Phrases say) => say.Day(programme.AddWorkingDays(route, at, 2), programme.Zone);

    // The sentence around it brings the full stop.
    private static string Reason(Programme programme, Event happened, Phrases say) =>
        (programme.Reasons.FirstOrDefault(reason => reason.Key == happened.Reason)?.Text.In(say.Language) ?? say.Text(nameof(Words.ReasonUnsaid))).TrimEnd('.', ' ');

    private static string? PassOn(string step) => step switch
    {
        Steps.Hired => nameof(Words.PassOnHired),
        Steps.NotNow => nameof(Words.PassOnNotNow),
        _ => null,
    };
}
