using IntroBot.Answering;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Proving;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Teams;

/// <summary>Fetches the Connector's keys and a token when the host starts, so that the first person does not wait for them, and a wrong setting shows in the log at once.</summary>
internal sealed class WarmUp(ConnectorKeys keys, ConnectorToken token, AfterAnswer after) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        after.Start(cancellation => keys.Know("", cancellation));
        after.Start(async cancellation => await token.Get(null, cancellation));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
