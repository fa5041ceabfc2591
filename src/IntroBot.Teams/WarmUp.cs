using IntroBot.Answering;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Proving;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Teams;

/// <summary>Fetches the Connector's keys and a token once the host listens (in Development it may be the host itself that serves them), so that the first person does not wait for them, and a wrong setting shows in the log at once.</summary>
internal sealed class WarmUp(ConnectorKeys keys, ConnectorToken token, AfterAnswer after, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            after.Start(cancellation => keys.Know("", cancellation));
            after.Start(async cancellation => await token.Get(null, cancellation));
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
