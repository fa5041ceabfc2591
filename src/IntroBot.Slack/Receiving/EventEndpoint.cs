using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Slack.Receiving;

/// <summary>The Events API (docs.slack.dev, using HTTP request URLs). An event is acknowledged once it is dealt with, so that Slack delivers a lost one again.</summary>
internal sealed partial class EventEndpoint(Messages messages, HomeTab home, Revocations revocations, People people, ILogger<EventEndpoint> logger)
{
    public async Task Handle(HttpContext context, Deadline deadline)
    {
        if (Payload.Read(SignedBody.Of(context).Bytes, PayloadJson.Strict.Envelope) is not { Type: { } type } envelope)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (type == "url_verification" && envelope.Challenge is { } challenge)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(challenge, context.RequestAborted);
            return;
        }

        var kind = type == "event_callback" ? Payload.Read(envelope.Event, PayloadJson.Strict.Kind)?.Type : type;
        context.Response.StatusCode = type == "event_callback" ? await Happened(kind, envelope, IsLast(context), deadline) : StatusCodes.Status200OK;
    }

    private async Task<int> Happened(string? kind, Envelope envelope, bool isLast, Deadline deadline)
    {
        switch (kind)
        {
            case "message" or "app_mention":
                return await messages.Handle(envelope, isLast, deadline);
            case "app_home_opened" when Payload.Read(envelope.Event, PayloadJson.Strict.HomeOpenedEvent) is { Tab: "home" } opened:
                await home.Opened(opened, envelope, deadline);
                return StatusCodes.Status200OK;
            case "app_uninstalled":
                revocations.Uninstalled(Workspace(envelope));
                return StatusCodes.Status200OK;
            case "tokens_revoked" when Payload.Read(envelope.Event, PayloadJson.Strict.TokensRevokedEvent)?.Tokens?.Bot is { Count: > 0 }:
                revocations.Uninstalled(Workspace(envelope));
                return StatusCodes.Status200OK;
            case "user_change" when Payload.Read(envelope.Event, PayloadJson.Strict.UserChangeEvent)?.User?.Id is { } user:
                people.Forget(user);
                return StatusCodes.Status200OK;
            default:
                LogNothing(Payload.Loggable(kind));
                return StatusCodes.Status200OK;
        }
    }

    /// <summary>Slack delivers an event once and then three times more.</summary>
    private static bool IsLast(HttpContext context) => context.Request.Headers["X-Slack-Retry-Num"] is ["3"];

    /// <summary>The workspace an event is for: that of the installation it was delivered to.</summary>
    internal static string? Workspace(Envelope envelope) =>
        envelope.Authorizations is [{ TeamId: { Length: > 0 } team }, ..] ? team : envelope.TeamId;

    [LoggerMessage(31, LogLevel.Information, "Slack event of type {Type} is acknowledged and does nothing")]
    private partial void LogNothing(string type);
}
