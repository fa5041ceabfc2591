using Microsoft.Extensions.Hosting;

namespace IntroBot.Slack.Calling;

/// <summary>Asks Slack who we are while the host starts, so that the first form finds an open connection and a known workspace. Nothing waits for it.</summary>
internal sealed class WarmUp(SlackClient client) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await client.WhoAmI(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
