using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Slack.Receiving;

/// <summary>Slash commands (docs.slack.dev, implementing slash commands).</summary>
internal sealed class CommandEndpoint(Reception reception, ToPresser answers, Whisper whisper, AfterAnswer after, People people, TimeProvider clock)
{
    public async Task Handle(HttpContext context, Deadline deadline)
    {
        var form = SlackForm.Read(SignedBody.Of(context).Bytes);
        if (form?["ssl_check"] == "1")
        {
            return;
        }

        if (form is null || form["command"] is not { } command || form["trigger_id"] is not { } trigger || Who(form) is not { } presser)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var card = Surface.Commands.TryGetValue(command, out var name)
            ? await Answer(presser, new Said.Command(name, SlackText.Decode(form["text"])), trigger, deadline)
            : Cards.UnknownCommand(people.Language(presser.Account.User));
        if (card is not null)
        {
            var drawn = CardBlocks.Draw(card);
            await context.Response.WriteAsJsonAsync(new Response(drawn.Text, drawn.Blocks), ApiJson.Wire.Response, null, context.RequestAborted);
        }
    }

    private static Presser? Who(SlackForm form) =>
        form["team_id"] is { } team && form["user_id"] is { } user
            ? new Presser(
                new Account(PlatformKind.Slack, team, user),
                team,
                form["channel_id"] is { } channel ? new ChannelRef(PlatformKind.Slack, channel) : null,
                form["trigger_id"],
                form["response_url"])
            : null;

    /// <summary>Carries the answer out; the card to answer the command with, if any. A form that takes too long to open is reported afterwards.</summary>
    private async Task<Card?> Answer(Presser presser, Said said, string trigger, Deadline deadline)
    {
        var answer = await reception.Ask(presser.Says(said, trigger), deadline);
        var told = after.Track(answers.Told(answer, presser, said, null, CancellationToken.None));
        try
        {
            return await told.WaitAsync(deadline.Left, clock);
        }
        catch (TimeoutException)
        {
            after.Start(async cancellation => _ = await told is { } late && await whisper.Tell(presser, late, cancellation));
            return null;
        }
    }
}
