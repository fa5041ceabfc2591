using IntroBot.Conversation;
using IntroBot.Ledger;
using Microsoft.Extensions.Logging;

namespace IntroBot.Slack.Answering;

/// <summary>Puts a turn to the program and comes back in time. Null when there is no answer to give by then, or none at all.</summary>
internal sealed partial class Reception(TurnHandler handle, AfterAnswer after, TimeProvider clock, ILogger<Reception> logger)
{
    public async Task<Answer?> Ask(Turn turn, Deadline deadline)
    {
        var answer = after.Track(Handle(turn, deadline));
        try
        {
            return await answer.WaitAsync(deadline.Left, clock);
        }
        catch (TimeoutException)
        {
            LogSlow(turn.Said.GetType().Name);
            return null;
        }
    }

    /// <summary>The one catch at the edge: whatever goes wrong, the presser hears that it did.</summary>
    private async Task<Answer?> Handle(Turn turn, Deadline deadline)
    {
        using var limit = new CancellationTokenSource(deadline.Left, clock);
        try
        {
            return await handle(turn, limit.Token);
        }
        catch (Exception e) when (e is StoreUnavailableException or PlatformUnavailableException or OperationCanceledException)
        {
            LogUnavailable(turn.Said.GetType().Name, e.GetType().Name);
            return null;
        }
#pragma warning disable CA1031 // A fault of ours must not leave somebody without an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(turn.Said.GetType().Name, e.GetType().Name, e.StackTrace);
            return null;
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "A turn ({Said}) had no answer in time")]
    private partial void LogSlow(string said);

    [LoggerMessage(11, LogLevel.Warning, "A turn ({Said}) could not be answered: {Reason}")]
    private partial void LogUnavailable(string said, string reason);

    [LoggerMessage(12, LogLevel.Error, "A turn ({Said}) failed with {Fault} {Where}")]
    private partial void LogFault(string said, string fault, string? where);
}
