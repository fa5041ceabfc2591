using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Answering;

/// <summary>Work that may outlive the request it belongs to; shutting down waits for it.</summary>
internal sealed partial class AfterAnswer(TimeProvider clock, ILogger<AfterAnswer> logger) : IHostedService, IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Starts something and waits for it as long as the deadline allows; then it goes on by itself.</summary>
    public async Task Within(Deadline deadline, Func<CancellationToken, Task> work)
    {
        var task = Track(Logged(work));
        if (!task.IsCompleted)
        {
            await task.WaitAsync(deadline.Left, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Starts something that nobody waits for, save the end of the program.</summary>
    public void Start(Func<CancellationToken, Task> work) => Track(Logged(work));

    /// <summary>Remembers something as running until it ends.</summary>
    public TTask Track<TTask>(TTask task)
        where TTask : Task
    {
        if (!task.IsCompleted)
        {
            lock (gate)
            {
                running.Add(task);
            }

            _ = task.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return task;
    }

    /// <summary>Whether something is still running.</summary>
    public bool IsBusy => Running().Length > 0;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what is running; when the host's patience ends, cancels it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var cut = cancellationToken.Register(stopping.Cancel);
        while (Running() is { Length: > 0 } left && !cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(left).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task Logged(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping.Token);
        }
#pragma warning disable CA1031 // Nobody awaits this work to its end; its failure is recorded here or nowhere.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(e.GetType().Name, e.StackTrace);
        }
    }

    private Task[] Running()
    {
        lock (gate)
        {
            return [.. running];
        }
    }

    private void Ended(Task task)
    {
        lock (gate)
        {
            running.Remove(task);
        }
    }

    [LoggerMessage(20, LogLevel.Error, "Work after an answer failed: {Fault} {Where}")]
    private partial void LogFailed(string fault, string? where);
}
