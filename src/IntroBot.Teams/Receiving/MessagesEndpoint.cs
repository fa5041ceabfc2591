using System.Text.Json;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Proving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Teams.Receiving;

/// <summary>Everything Teams sends (<c>POST /api/messages</c>), once the token is proved. What is not what it says is a bad request; kinds nobody knows are acknowledged.</summary>
internal sealed partial class MessagesEndpoint(Admittance admittance, Installs installs, Messages messages, Invokes invokes, People people, Programme programme, TimeProvider clock, ILogger<MessagesEndpoint> logger)
{
    private static readonly TimeSpan InvokePatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan MessagePatience = TimeSpan.FromSeconds(10);

    public async Task Handle(HttpContext context)
    {
        var started = new Deadline(clock, InvokePatience);
        var unhurried = new Deadline(clock, MessagePatience);
        var answer = await Body.Read(context.Request, context.RequestAborted) is not { } body ? new InvokeAnswer(StatusCodes.Status413PayloadTooLarge)
            : Payload.Read(body, ActivityJson.Strict.Activity) is not { Type: { Length: > 0 } type } activity ? InvokeAnswer.BadRequest
            : IsRefused(activity, context) ? new InvokeAnswer(StatusCodes.Status403Forbidden)
            : Incoming.Of(activity, type == "invoke" ? started : unhurried) is { } here ? await Take(type, here)
            : type is "message" or "invoke" ? InvokeAnswer.BadRequest
            : InvokeAnswer.Empty;
        await Write(answer, context);
    }

    private bool IsRefused(Activity activity, HttpContext context)
    {
        var proof = context.Features.Get<Proof>() ?? throw new InvalidOperationException("the endpoint was reached without a Teams scheme");
        if (admittance.Refusal(activity, proof) is { } reason)
        {
            LogRefused(reason);
            return true;
        }

        return false;
    }

    private async Task<InvokeAnswer> Take(string type, Incoming here)
    {
        var learned = await Learned(here);
        here = await InTheirLanguage(here);
        switch (type)
        {
            case "message":
                await messages.Handle(here);
                return InvokeAnswer.Empty;
            case "invoke":
                return await invokes.Handle(here);
            case "installationUpdate" or "conversationUpdate":
                return learned && await Welcomed(here) ? InvokeAnswer.Empty : new InvokeAnswer(StatusCodes.Status503ServiceUnavailable);
            default:
                LogNothing(Payload.Loggable(type));
                return InvokeAnswer.Empty;
        }
    }

    /// <summary>An install that could not be written is to be delivered again; anything else only tells again what the next activity will.</summary>
    private async Task<bool> Learned(Incoming here)
    {
        try
        {
            await installs.Learn(here, CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException)
        {
            LogNotLearned();
            return false;
        }
    }

    /// <summary>What somebody chose goes before what their client is set to.</summary>
    private async Task<Incoming> InTheirLanguage(Incoming here)
    {
        try
        {
            return here with { Language = (await people.Preferences(here.Account, CancellationToken.None)).Language ?? here.Activity.Language ?? programme.Language };
        }
        catch (StoreUnavailableException)
        {
            return here;
        }
    }

    private async Task<bool> Welcomed(Incoming here)
    {
        try
        {
            await installs.Welcome(here, CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException)
        {
            LogNotLearned();
            return false;
        }
    }

    private static async Task Write(InvokeAnswer answer, HttpContext context)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(context.Response.Body, answer.Body, answer.Type, context.RequestAborted);
        }
    }

    [LoggerMessage(40, LogLevel.Warning, "An activity is refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(41, LogLevel.Information, "Teams activity of type {Type} is acknowledged and does nothing")]
    private partial void LogNothing(string type);

    [LoggerMessage(42, LogLevel.Warning, "Where a conversation is could not be written; the store did not answer")]
    private partial void LogNotLearned();
}
