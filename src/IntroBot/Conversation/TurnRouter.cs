using System.Collections.Immutable;
using IntroBot.Conversation.Understanding;
using IntroBot.Homes;
using IntroBot.Introductions;
using IntroBot.Programmes;
using IntroBot.Routes;

namespace IntroBot.Conversation;

/// <summary>The table of contents: from what came in to the feature that answers.</summary>
public sealed class TurnRouter(
    Admission admission, Programme programme, IntroduceDesk introduce, StepDesk steps, MyIntroductions mine, ShowHome home, Queue queue, Search search, PreferencesDesk preferences, AskFirstDesk questions, Doctor doctor,
    ProgrammeInForce inForce)
{
    /// <summary>Answers a turn. Nobody outside the organisation has any effect.</summary>
    public async Task<Answer> Handle(Turn turn, CancellationToken cancellation)
    {
        if (!admission.Names(turn))
        {
            return Sentence(Phrases.In(programme.Language), nameof(Words.NotThisOrganisation));
        }

        if (await admission.Speaker(turn, cancellation) is not { } speaker)
        {
            return Sentence(Phrases.In(programme.Language), nameof(Words.MembersOnly));
        }

        return turn.Said switch
        {
            Said.Command { Name: "introduce" } command => await introduce.Open(speaker, command.Text, null, cancellation),
            Said.Shortcut shortcut => await introduce.Open(speaker, shortcut.Text, shortcut.Author, cancellation),
            Said.Command command => await Intros(speaker, BotCommand.AfterIntros(command.Text), cancellation),
            Said.Message message => await Message(speaker, message.Text, cancellation),
            Said.Pressed { Step: Steps.Introduce or Steps.Answer, Introduction: { } id } pressed when await questions.Press(speaker, pressed.Step, id, cancellation) is { } answer => answer,
            Said.Pressed { Step: Steps.AskFirst } => questions.Open(speaker),
            Said.Pressed { Step: Steps.Introduce } pressed => await introduce.Open(speaker, pressed.Value ?? "", null, cancellation),
            Said.HomeOpened => await home.Visit(speaker, null, cancellation),
            Said.Pressed { Step: ShowHome.Step } pressed => await home.Visit(speaker, pressed.Value, cancellation),
            Said.Pressed { Step: Queue.Step } pressed => await queue.More(speaker, pressed.Value, cancellation),
            Said.Pressed { Step: QueueEntry.History, Introduction: { } id } => await search.Show(speaker, id, cancellation) ?? Sentence(speaker.Say, nameof(Words.NoSuchIntroduction)),
            Said.Pressed { Step: PreferencesDesk.Step or Help.Step, Introduction: null } pressed => await Intros(speaker, new BotCommand(pressed.Step, ""), cancellation),
            Said.Pressed { Step: MyIntroductions.More } pressed => await mine.Show(speaker, pressed.Value, cancellation),
            Said.Pressed { Step: ProgrammeInForce.More } pressed => await inForce.Show(speaker, pressed.Value, cancellation),
            Said.Pressed { Step: Doctor.Retry or Doctor.Dismiss } pressed => await doctor.Settle(speaker, pressed.Step, pressed.Value, cancellation),
            Said.Pressed { Introduction: { } id } pressed => await steps.Press(turn, speaker, pressed.Step, id, cancellation),
            Said.Changed { Step: Steps.Introduce } changed => introduce.Redraw(speaker, changed.Values),
            Said.Submitted { Step: Steps.Introduce } submitted => await introduce.Submit(turn, speaker, submitted.Values, cancellation),
            Said.Submitted { Step: PreferencesDesk.Forget } => await preferences.ForgetMe(speaker, cancellation),
            Said.Submitted { Step: Steps.AskFirst } submitted => await questions.Submit(turn, speaker, submitted.Values, cancellation),
            Said.Submitted { Step: Steps.Answer, Introduction: { } id } submitted when await questions.SubmitAnswer(turn, speaker, id, submitted.Values, cancellation) is { } answer => answer,
            Said.Submitted { Step: PreferencesDesk.Step } submitted => await preferences.Submit(speaker, submitted.Values, cancellation),
            Said.Submitted { Introduction: { } id } submitted => await steps.Submit(turn, speaker, submitted.Step, id, submitted.Values, cancellation),
            _ => Sentence(speaker.Say, nameof(Words.NotUnderstood)),
        };
    }

    private static Answer.Notice Sentence(Phrases say, string word) => new(Card.Of(say.Language, say.Line(word)));

    private async Task<Answer> Intros(Speaker speaker, BotCommand command, CancellationToken cancellation) => command.Name switch
    {
        BotCommand.Introduce => await introduce.Open(speaker, "", null, cancellation),
        "ask-first" => questions.Open(speaker),
        "mine" when speaker.Profile.Account.Platform == PlatformKind.Teams => await home.Visit(speaker, null, cancellation),
        "mine" => await mine.Show(speaker, null, cancellation),
        Queue.Step => await queue.Ask(speaker, command.After, cancellation),
        PreferencesDesk.Step => await preferences.Open(speaker, cancellation),
        PreferencesDesk.Forget => PreferencesDesk.AskToForget(speaker),
        "programme" => await inForce.Show(speaker, cancellation),
        "doctor" => await doctor.Show(speaker, cancellation),
        Help.Step => await search.ByCode(speaker, command.After, cancellation) ?? Help.Show(speaker, programme),
        _ => Help.Show(speaker, programme),
    };

    private async Task<Answer> Message(Speaker speaker, string text, CancellationToken cancellation) =>
        BotCommand.InChat(text) is { } command ? await Intros(speaker, command, cancellation)
        : await search.ByCode(speaker, text, cancellation) ?? await introduce.Open(speaker, text, null, cancellation);
}
