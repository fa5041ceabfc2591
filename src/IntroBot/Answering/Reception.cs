using IntroBot.Conversation;
using IntroBot.Ledger;
using Microsoft.Extensions.Logging;

namespace IntroBot.Answering;

/// <summary>Puts a turn to the program and comes back in time. Null when there is no answer to give by then, or none at all.</summary>
internal sealed partial class Reception(TurnHandler handle, AfterAnswer after, TimeProvider clock, ILogger<Reception> logger)
{
    /// <summary>What the program answers.</summary>
    public Task<Answer?> Ask(Turn turn, Deadline deadline) => Within(turn.Said.GetType().Name, deadline, async cancellation => (Answer?)await handle(turn, cancellation));

    /// <summary>The form that an answer opens, once it is loaded.</summary>
    public Task<Form?> Load(Answer.Open open, Deadline deadline) =>
        open.Then is { } then ? Within(open.Form.Step, deadline, async cancellation => (Form?)await then(cancellation)) : Task.FromResult<Form?>(open.Form);

    private async Task<T?> Within<T>(string what, Deadline deadline, Func<CancellationToken, Task<T?>> work)
        where T : class
    {
        var answer = after.Track(Guarded(what, deadline, work));
        try
        {
            return await answer.WaitAsync(deadline.Left, clock);
        }
        catch (TimeoutException)
        {
            LogSlow(what);
            return null;
        }
    }

    /// <summary>The one catch at the edge: whatever goes wrong, the presser hears that it did.</summary>
    private async Task<T?> Guarded<T>(string what, Deadline deadline, Func<CancellationToken, Task<T?>> work)
        where T : class
    {
        using var limit = new CancellationTokenSource(deadline.Left, clock);
        try
        {
            return await work(limit.Token);
        }
        catch (Exception e) when (e is StoreUnavailableException or PlatformUnavailableException or OperationCanceledException)
        {
            LogUnavailable(what, e.GetType().Name);
            return null;
        }
#pragma warning disable CA1031 // A fault of ours must not leave somebody without an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(what, e.GetType().Name, e.StackTrace);
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
