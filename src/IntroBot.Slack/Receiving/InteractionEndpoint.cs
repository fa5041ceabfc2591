using System.Text;
using IntroBot.Answering;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Calling;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Slack.Receiving;

/// <summary>Presses, forms and shortcuts (docs.slack.dev, handling user interaction).</summary>
internal sealed partial class InteractionEndpoint(Presses presses, Changes changes, Submissions submissions, Shortcuts shortcuts, ILogger<InteractionEndpoint> logger)
{
    public async Task Handle(HttpContext context, Deadline deadline)
    {
        if (SlackForm.Read(SignedBody.Of(context).Bytes)?["payload"] is not { } text)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var json = Encoding.UTF8.GetBytes(text);
        var payload = Payload.Read(json, PayloadJson.Strict.Interaction);
        var work = payload is null || Presser.Of(payload) is not { } presser ? null : Work(payload, presser, deadline);
        if (work is null)
        {
            Decline(context, payload?.Type ?? Payload.Read(json, PayloadJson.Strict.Kind)?.Type);
        }
        else if (await work is { } action)
        {
            await context.Response.WriteAsJsonAsync(action, ApiJson.Wire.ResponseAction, null, context.RequestAborted);
        }
    }

    /// <summary>Who answers what; null for what nobody answers.</summary>
    private Task<ResponseAction?>? Work(Interaction payload, Presser presser, Deadline deadline) => payload switch
    {
        { Type: "block_actions", View: { Id: { }, Type: null or "modal" } view } => Empty(changes.Handle(payload, view, presser, deadline)),
        { Type: "block_actions", View: null or { Type: "home" } } => Empty(presses.Handle(payload, presser, deadline)),
        { Type: "view_submission", View: { Id: { }, CallbackId: { } } view } => submissions.Handle(view, presser, deadline),
        { Type: "shortcut" or "message_action", CallbackId: { } callback, TriggerId: { Length: > 0 } trigger } => Empty(shortcuts.Handle(payload, callback, trigger, presser, deadline)),
        _ => null,
    };

    private static async Task<ResponseAction?> Empty(Task work)
    {
        await work;
        return null;
    }

    /// <summary>Types that are nothing to us are acknowledged; a type of ours that is not whole is a bad request.</summary>
    private void Decline(HttpContext context, string? type)
    {
        var isOurs = type is null or "block_actions" or "view_submission" or "shortcut" or "message_action";
        context.Response.StatusCode = isOurs ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        LogDeclined(Payload.Loggable(type), context.Response.StatusCode);
    }

    [LoggerMessage(30, LogLevel.Information, "Slack interaction of type {Type} is answered {Status} and does nothing")]
    private partial void LogDeclined(string type, int status);
}
