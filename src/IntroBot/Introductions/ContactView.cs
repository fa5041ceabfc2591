using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>
/// Opens who the contact is, in a private dialog: for whoever carries the introduction, and for the introducer who corrects it. Each view is an event, committed before
/// anything is shown, and an entry of the audit.
/// </summary>
public sealed class ContactView(
    Admission admission, IntroductionReader reader, StepRunner runner, ContactLinks pages, People people, Platforms platforms, LinkAccounts links, Programme programme)
{
    /// <summary>Opens the dialog of <see cref="Steps.Contact"/> or <see cref="Steps.Correct"/>, or says where things stand.</summary>
    public async Task<Answer> Open(Turn turn, Speaker speaker, Actor actor, Introduction introduction, string step, CancellationToken cancellation) =>
        View(introduction, actor, step) is Decision.Refusal refusal
            ? new Answer.Notice(Card.Of(speaker.Say.Language, await WhereItStands(speaker, introduction, refusal.Word, cancellation)))
            : new Answer.Open(Forms.Loading(step, introduction.Id, speaker.Say), later => Show(turn, speaker, introduction.Id, step, later));

    /// <summary>Where an introduction stands, in a sentence, with why a press changed nothing.</summary>
    public async Task<Line> WhereItStands(Speaker speaker, Introduction introduction, string? refusal, CancellationToken cancellation)
    {
        var claimer = introduction.Claimer is { } id ? await people.Get(id, cancellation) : null;
        var passedTo = introduction.PassedTo is { } passed && programme.Answerers().FirstOrDefault(person => person.ToString() == passed) is { } found
            && await platforms.Resolve(found, cancellation) is { } profile ? await links.Who(profile, cancellation) : null;
        var actor = admission.Actor(speaker, introduction);
        var standing = actor.Introduced(introduction) && !actor.Carries(introduction)
            ? Standing.ToIntroducer(introduction, programme, speaker.Say, _ => claimer!)
            : Standing.Line(introduction, programme, speaker.Say, passedTo, _ => claimer!);
        var reason = speaker.Say.Line(refusal ?? nameof(Words.NothingChanged));
        return new Line([.. reason.Runs, new Run.Said(" "), new Run.Said(introduction.DisplayCode, Strong: true), .. speaker.Say.Line(nameof(Words.Colon)).Runs, .. standing.Runs]);
    }

    private static Decision View(Introduction introduction, Actor actor, string step) =>
        (step == Steps.Correct ? Correct.Refusal(introduction, actor)
            : introduction.State == State.Waiting && (actor.IsRecruiter || actor.IsFallback || actor.IsOwner) ? new Decision.Refusal(nameof(Words.ClaimFirst))
            : !actor.Carries(introduction) ? new Decision.Refusal(nameof(Words.OnlyCarriersSee))
            : introduction.State == State.Waiting || !introduction.HasCard ? new Decision.Refusal(nameof(Words.StandsElsewhere))
            : null) ?? new Decision.Change(introduction, Steps.Contact) { Tells = false };

    private async Task<Form> Show(Turn turn, Speaker speaker, IntroductionId id, string step, CancellationToken cancellation)
    {
        var result = await runner.Run(id, turn.Request, loaded => admission.Actor(speaker, loaded), (loaded, acting, _) => View(loaded, acting, step), cancellation);
        if (result is not { Refusal: null, Introduction: var introduction })
        {
            var line = result is null ? speaker.Say.Line(nameof(Words.NoSuchIntroduction)) : await WhereItStands(speaker, result.Introduction, result.Refusal, cancellation);
            return Forms.Sentence(step, line, speaker.Say);
        }

        if (await reader.Details(id, cancellation) is not { Details: var details })
        {
            return Forms.Sentence(step, speaker.Say.Line(nameof(Words.DetailsGone)), speaker.Say);
        }

        return step == Steps.Correct
            ? Forms.Correct(introduction, details, speaker.Say)
            : Forms.Contact(introduction, details, await people.Get(introduction.Introducer, cancellation), pages.Url(introduction), programme, speaker.Say);
    }
}
