using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>An introduction among others, as whoever looks after it reads it: what the contact does, where it stands, by when a word is expected, and the steps that are theirs.</summary>
public sealed class QueueEntry(Admission admission, WhoAnswers answers, People people, Programme programme)
{
    /// <summary>The step that shows what happened.</summary>
    public const string History = "history";

    /// <summary>The entry's parts.</summary>
    public async Task<IReadOnlyList<Part>> Draw(Introduction introduction, Speaker speaker, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var title = new Line([new Run.Said(introduction.DisplayCode, Strong: true), .. About(introduction)]);
        var steps = Steps(introduction, speaker, [new MenuOption(History, say.Text(nameof(Words.OptionHistory)))]);
        return [new Part.Paragraph(title), new Part.Aside(await Stands(introduction, say, cancellation)), .. steps is null ? [] : new[] { steps }];
    }

    /// <summary>Where it stands, who introduced, and by when the next word is expected.</summary>
    public async Task<Line> Stands(Introduction introduction, Phrases say, CancellationToken cancellation)
    {
        var claimer = introduction.Claimer is { } id ? await people.Get(id, cancellation) : null;
        var standing = Standing.Sentence(introduction, programme, say, introduction.State == State.Waiting ? await answers.PassedTo(introduction, cancellation) : null, _ => claimer!);
        var introducer = await people.Get(introduction.Introducer, cancellation);
        var made = say.ShortDay(introduction.CreatedAt, programme.Zone);
        var since = programme.NextWord(introduction) is { } due ? say.Line(introduction.State == State.Waiting ? nameof(Words.QueueAnswerBy) : nameof(Words.QueueNewsBy), introducer, made, say.Day(due, programme.Zone))
            : say.Line(nameof(Words.QueueSince), introducer, made);
        return new Line([.. standing.Runs, new Run.Said(" "), .. since.Runs]);
    }

    /// <summary>The steps this speaker could take now. What is offered permits nothing: each press is decided anew.</summary>
    public Part.Actions? Steps(Introduction introduction, Speaker speaker, params ReadOnlySpan<MenuOption> others)
    {
        var actor = admission.Actor(speaker, introduction);
        return IntroductionCard.Actions(introduction, speaker.Say, step => step switch
        {
            Introductions.Steps.TakeOver => (actor.IsFallback || actor.IsOwner) && !actor.Person.Is(introduction.Claimer),
            Introductions.Steps.AskIntroducer => actor.Carries(introduction) || (introduction.State == State.Waiting && actor.IsRecruiter),
            _ => introduction.State == State.Waiting ? actor.IsRecruiter : actor.Carries(introduction),
        }, others);
    }

    private static IEnumerable<Run> About(Introduction introduction) =>
        new[] { introduction.About, introduction.Location }.OfType<string>().SelectMany(static text => new Run[] { new Run.Said(" · "), new Run.Typed(text) });
}
