using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Recognition;

namespace IntroBot.Introductions;

/// <summary>
/// Presses and forms on an introduction. Who may do what is decided here at every press, on the introduction as it stands; the presser always learns where things stand.
/// </summary>
public sealed class StepDesk(Admission admission, IntroductionReader reader, StepRunner runner, ContactView contact, ContactLinks links, Suppression suppression, Introduce introduce, Platforms platforms, Programme programme)
{
    private const int Colleagues = 50;

    /// <summary>A button or a menu's option.</summary>
    public async Task<Answer> Press(Turn turn, Speaker speaker, string step, IntroductionId id, CancellationToken cancellation)
    {
        if (await reader.Load(id, cancellation) is not { Introduction: var introduction })
        {
            return Notice(speaker, speaker.Say.Line(nameof(Words.NoSuchIntroduction)));
        }

        var actor = admission.Actor(speaker, introduction);
        var fromMenu = turn.Said is Said.Pressed { FromMenu: true };
        return step switch
        {
            Steps.Claim when fromMenu => await Ask(introduction, Claim.Decide(introduction, actor, null), speaker, () => Task.FromResult(Forms.Claim(introduction, speaker.Say)), cancellation),
            Steps.Hired => await Ask(introduction, Progress.Decide(introduction, actor, step), speaker, () => Task.FromResult(Forms.Hired(introduction, speaker.Say)), cancellation),
            Steps.NotNow => await Ask(introduction, NotNow.Decide(introduction, actor, "", null), speaker, () => Task.FromResult(Forms.NotNow(introduction, programme, speaker.Say)), cancellation),
            Steps.Pass => await Ask(introduction, Pass.Decide(introduction, actor, "", "", null, default), speaker, () => PassForm(introduction, speaker, cancellation), cancellation),
            Steps.AskIntroducer => await Ask(introduction, AskTheIntroducer.Ask(introduction, actor, "", default), speaker, () => Task.FromResult(Forms.AskIntroducer(introduction, speaker.Say)), cancellation),
            Steps.Answer => await Ask(introduction, AskTheIntroducer.Answer(introduction, actor, ""), speaker, () => AnswerForm(introduction, speaker, cancellation), cancellation),
            Steps.Contact => await contact.Open(turn, speaker, actor, introduction, Steps.Contact, cancellation),
            Steps.Correct => await contact.Open(turn, speaker, actor, introduction, Steps.Correct, cancellation),
            Steps.Claim or Steps.Met or Steps.InProcess or Steps.Reopen or Steps.TakeOver or Steps.Withdraw or Steps.Resend or Steps.Remind or Steps.Follow or Steps.Mute =>
                await Run(turn, speaker, id, (loaded, acting, now) => Decide(step, loaded, acting, ImmutableDictionary<string, string>.Empty, now), cancellation),
            _ => Notice(speaker, speaker.Say.Line(nameof(Words.NotUnderstood))),
        };
    }

    /// <summary>A form of a step.</summary>
    public async Task<Answer> Submit(Turn turn, Speaker speaker, string step, IntroductionId id, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        if (await reader.Load(id, cancellation) is not { Introduction: var introduction })
        {
            return Notice(speaker, speaker.Say.Line(nameof(Words.NoSuchIntroduction)));
        }

        if (step == Steps.Correct)
        {
            return await SubmitCorrection(turn, speaker, introduction, values, cancellation);
        }

        if (step is not (Steps.Claim or Steps.Hired or Steps.NotNow or Steps.Pass or Steps.AskIntroducer or Steps.Answer))
        {
            return Notice(speaker, speaker.Say.Line(nameof(Words.NotUnderstood)));
        }

        var errors = await Check(step, introduction, values, speaker.Say, cancellation);
        var known = step == Steps.Pass && errors.IsEmpty ? await Known(values["to"], cancellation) : null;
        return errors.IsEmpty
            ? await Run(turn, speaker, id, (loaded, acting, now) => Decide(step, loaded, acting, values, now, known), cancellation)
            : new Answer.Errors(errors);
    }

    // Whom it is passed to finds it in their queue, whatever the route.
    private async Task<PersonId?> Known(string to, CancellationToken cancellation) =>
        programme.Answerers().FirstOrDefault(person => person.ToString() == to) is { } found && await platforms.Resolve(found, cancellation) is { } profile ? Ids.Person(profile.Account) : null;

    private Decision Decide(string step, Introduction introduction, Actor actor, ImmutableDictionary<string, string> values, DateTimeOffset now, PersonId? known = null) => step switch
    {
        Steps.Claim => Claim.Decide(introduction, actor, Text(values, "sentence")),
        Steps.Met or Steps.InProcess or Steps.Hired => Progress.Decide(introduction, actor, step),
        Steps.NotNow => NotNow.Decide(introduction, actor, values["reason"], Text(values, "sentence")),
        Steps.Pass => programme.FindRoute(values["to"]) is { } route
            ? Pass.Decide(introduction, actor, route.Name, null, null, now)
            : Pass.Decide(introduction, actor, introduction.Route, values["to"], known, now),
        Steps.AskIntroducer => AskTheIntroducer.Ask(introduction, actor, Text(values, "question")!, now),
        Steps.Answer => AskTheIntroducer.Answer(introduction, actor, Text(values, "answer")!),
        Steps.Reopen => Reopen.Decide(introduction, actor),
        Steps.TakeOver => TakeOver.Decide(introduction, actor),
        Steps.Withdraw => Withdraw.Decide(introduction, actor),
        Steps.Resend => PassTheLinkOn.Resend(introduction, actor, links.Next(introduction, introduction is { IsQuiet: false, Link.Purpose: LinkPurpose.Word } ? LinkPurpose.Word : LinkPurpose.Invite)),
        Steps.Remind => PassTheLinkOn.Remind(introduction, actor, now),
        _ => Follow.Decide(introduction, actor, step),
    };

    private async Task<ImmutableDictionary<string, string>> Check(string step, Introduction introduction, ImmutableDictionary<string, string> values, Phrases say, CancellationToken cancellation)
    {
        var errors = ImmutableDictionary<string, string>.Empty;
        if (step == Steps.NotNow && !programme.Reasons.Any(reason => reason.Key == values.GetValueOrDefault("reason")))
        {
            errors = errors.Add("reason", say.Text(nameof(Words.ReasonMissing)));
        }

        if (step == Steps.Pass && (values.GetValueOrDefault("to") is not { } to || (programme.FindRoute(to) is null && programme.Answerers().All(person => person.ToString() != to))))
        {
            errors = errors.Add("to", say.Text(nameof(Words.ToMissing)));
        }

        var field = step switch { Steps.AskIntroducer => "question", Steps.Answer => "answer", _ => "sentence" };
        if (field != "sentence" && Text(values, field) is null)
        {
            errors = errors.Add(field, say.Text(field == "question" ? nameof(Words.QuestionMissing) : nameof(Words.AnswerMissing)));
        }

        if (Text(values, field) is { } sentence)
        {
            if (step == Steps.Claim && NoBounty.Check(sentence, say.Language) is { } refusal)
            {
                errors = errors.Add(field, refusal.Sentence);
            }
            else if (await reader.Details(introduction.Id, cancellation) is { Details: var details } && Identity.Shows(sentence, details.Contact))
            {
                errors = errors.Add(field, say.Text(nameof(Words.NoNameInSentence)));
            }
        }

        return errors;
    }

    private async Task<Answer> SubmitCorrection(Turn turn, Speaker speaker, Introduction introduction, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        var asks = introduction.State == State.AwaitingAgreement;
        var (input, errors) = IntroduceInput.Read(values.SetItem("agreement", asks ? "not-yet" : "agreed").SetItem("route", introduction.Route), programme with { Agreement = Agreement.Word }, speaker.Say);
        if (input?.Address is { } address && await suppression.Holds(address, cancellation))
        {
            errors = errors.Add("address", speaker.Say.Text(nameof(Words.AddressAtRest)));
        }

        return input is null || !errors.IsEmpty
            ? new Answer.Errors(errors)
            : await Run(turn, speaker, introduction.Id, (loaded, acting, _) => Correct.Decide(loaded, acting, input, introduce.DetailsOf(input)), cancellation);
    }

    private async Task<Answer> Run(Turn turn, Speaker speaker, IntroductionId id, Func<Introduction, Actor, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        var result = await runner.Run(id, turn.Request, loaded => admission.Actor(speaker, loaded), decide, cancellation);
        return result switch
        {
            null => Notice(speaker, speaker.Say.Line(nameof(Words.NoSuchIntroduction))),
            { Changed: true } => new Answer.Done(),
            _ => await Stands(speaker, result.Introduction, result.Refusal, cancellation),
        };
    }

    // A form opens only for whoever could send it now; sending it is decided again.
    private async Task<Answer> Ask(Introduction introduction, Decision decision, Speaker speaker, Func<Task<Form>> form, CancellationToken cancellation) => decision switch
    {
        Decision.Refusal refusal => await Stands(speaker, introduction, refusal.Word, cancellation),
        Decision.Nothing => await Stands(speaker, introduction, null, cancellation),
        _ => new Answer.Open(await form()),
    };

    private async Task<Form> AnswerForm(Introduction introduction, Speaker speaker, CancellationToken cancellation)
    {
        var asked = (await reader.Events(introduction.Id, cancellation)).LastOrDefault(static happened => happened.Step == Steps.AskIntroducer);
        return Forms.Answer(introduction.Id, introduction.DisplayCode, await reader.Text(introduction.Id, asked?.Text, cancellation), speaker.Say.Text(nameof(Words.HintAnswer)), speaker.Say);
    }

    private async Task<Form> PassForm(Introduction introduction, Speaker speaker, CancellationToken cancellation)
    {
        var known = await platforms.Resolve(programme.Answerers(), Colleagues, cancellation);
        var others = known.Where(found => !found.Ref.Is(speaker.Profile)).Select(static found => (found.Ref.ToString()!, found.Profile.Name)).ToList();
        return Forms.Pass(introduction, programme, others, speaker.Say);
    }

    private async Task<Answer> Stands(Speaker speaker, Introduction introduction, string? refusal, CancellationToken cancellation) =>
        Notice(speaker, await contact.WhereItStands(speaker, introduction, refusal, cancellation));

    private static Answer.Notice Notice(Speaker speaker, Line line) => new(Card.Of(speaker.Say.Language, line));

    private static string? Text(ImmutableDictionary<string, string> values, string field) =>
        values.TryGetValue(field, out var value) && Typing.Clean(value) is { Length: > 0 } text ? text : null;
}
