using Microsoft.Extensions.Hosting;

namespace IntroBot.Slack.Calling;

/// <summary>Asks Slack who we are as soon as the host has started, so that the first form finds an open connection and a known workspace. Nothing waits for it.</summary>
internal sealed class WarmUp(SlackClient client, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await client.WhoAmI(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
