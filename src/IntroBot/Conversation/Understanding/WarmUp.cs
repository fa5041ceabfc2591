using IntroBot.Programmes;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Conversation.Understanding;

/// <summary>Reads a first text as soon as the host has started, so that nobody's form waits while the lexicon and the phone numbers of the world are loaded.</summary>
internal sealed class WarmUp(Programme programme, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Task.Run(() => Prefill.From("introduce Ada Martin, engineer in Lyon, +33 6 12 34 56 78", programme), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
