using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Slack.Receiving;

/// <summary>Messages to the bot: in its private chat, or naming it in a channel. What is said twice (a redelivery, with or without the same event id) is answered once.</summary>
internal sealed class Messages(Reception reception, Whisper whisper, Installation installation, People people, AfterAnswer after, TimeProvider clock)
{
    private static readonly TimeSpan Redelivered = TimeSpan.FromMinutes(20);

    private readonly Remembered<string, int> answered = new(5_000, clock);

    /// <summary>Answers a message; the status tells Slack whether to deliver it again.</summary>
    public async Task<int> Handle(Envelope envelope, bool isLast, Deadline deadline)
    {
        if (Payload.Read(envelope.Event, PayloadJson.Strict.MessageEvent) is not { } message)
        {
            return StatusCodes.Status400BadRequest;
        }

        if (EventEndpoint.Workspace(envelope) is not { Length: > 0 } workspace || !IsForUs(message, Bot(envelope)))
        {
            return StatusCodes.Status200OK;
        }

        var where = new ChannelRef(PlatformKind.Slack, message.Channel!);
        var organisation = Presser.Organisation(message.UserTeam ?? message.SourceTeam ?? message.Team, envelope.EnterpriseId, workspace);
        var presser = new Presser(new Account(PlatformKind.Slack, organisation, message.User!), workspace, where, null, null);
        var turn = presser.Says(new Said.Message(SlackText.Decode(message.Text, Bot(envelope))), workspace, where.Channel, message.Ts!);
        try
        {
            return await answered.Get(turn.Request, static _ => Redelivered, () => after.Track(Answer(turn, presser, deadline))).WaitAsync(deadline.Left + TimeSpan.FromMilliseconds(300), clock);
        }
        catch (Exception e) when (e is TimeoutException or PlatformUnavailableException)
        {
            return isLast ? await GiveUp(presser) : StatusCodes.Status503ServiceUnavailable;
        }
    }

    private string? Bot(Envelope envelope) => installation.Identity?.BotUser ?? (envelope.Authorizations is [{ UserId: { Length: > 0 } user }, ..] ? user : null);

    private static bool IsForUs(MessageEvent message, string? bot) =>
        message is { User.Length: > 0, Channel.Length: > 0, Ts.Length: > 0, BotId: null, Subtype: null or "file_share" or "me_message" or "thread_broadcast" }
        && message.User != bot
        && (message.Type == "app_mention" || message.ChannelType == "im");

    private async Task<int> Answer(Turn turn, Presser presser, Deadline deadline)
    {
        var answer = await reception.Ask(turn, deadline) ?? throw new PlatformUnavailableException("unanswered");
        return await Carry(answer, turn, presser) is Reply.Throttled or Reply.Unreached ? throw new PlatformUnavailableException("unanswered") : StatusCodes.Status200OK;
    }

    /// <summary>Slack will not deliver it again, so its writer hears that nobody could answer.</summary>
    private async Task<int> GiveUp(Presser presser)
    {
        await Tell(Cards.TryAgain(people.Language(presser.Account.User)), presser);
        return StatusCodes.Status200OK;
    }

    private async Task<Reply?> Carry(Answer answer, Turn turn, Presser presser) => answer switch
    {
        Answer.Notice notice => await Tell(notice.Card, presser),
        Answer.Open open => await whisper.Direct(presser, Cards.Quote(open.Form, ((Said.Message)turn.Said).Text), CancellationToken.None),
        Answer.Redraw redraw => await whisper.Direct(presser, Cards.Quote(redraw.Form, ((Said.Message)turn.Said).Text), CancellationToken.None),
        Answer.Errors errors => await Tell(Cards.Errors(errors.Fields, people.Language(presser.Account.User)), presser),
        _ => null,
    };

    /// <summary>In a private chat as a message, in a channel for their eyes only.</summary>
    private async Task<Reply?> Tell(Card card, Presser presser)
    {
        if (presser.Where is { Channel: ['D', ..] })
        {
            return await whisper.Direct(presser, card, CancellationToken.None);
        }

        await whisper.InChannel(presser, card, CancellationToken.None);
        return null;
    }
}
