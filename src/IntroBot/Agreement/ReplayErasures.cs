using IntroBot.Conversation;
using IntroBot.Introductions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Agreements;

/// <summary>Before a host takes any request: erasures that the store knows nothing of, since an older one was put back, are carried out again. What was erased stays erased.</summary>
public sealed partial class ReplayErasures(ErasureJournal journal, StepRunner runner, Suppression suppression, ILogger<ReplayErasures> log) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var forgotten = await journal.Forgotten(cancellationToken);
        foreach (var erasure in forgotten)
        {
            await Repeat(erasure, cancellationToken);
            await journal.Note(erasure, cancellationToken);
        }

        if (forgotten.Count > 0)
        {
            LogRepeated(forgotten.Count);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Repeat(Erasure erasure, CancellationToken cancellation)
    {
        if (erasure is { Partition: { } partition, Until: { } until })
        {
            await suppression.Keep(partition, until, cancellation);
        }

        if (erasure is { Introduction: { } id, State: { } state })
        {
            await runner.Run(new IntroductionId(id), $"again|{erasure.Id}", static _ => Actor.Clock, (found, _, _) => Again(found, state, erasure), cancellation);
        }
    }

    private static Decision Again(Introduction found, State state, Erasure erasure) => state == State.Erased ? KeepUp.Erase(found) is Decision.Change erased ? erased with { Tells = false, Notes = false } : new Decision.Nothing()
        : new Decision.Change(found.Without() with { State = state, Purged = erasure.Purged, Link = erasure.Link, Links = erasure.Links ?? [] }, erasure.Step ?? Steps.Purge) { Erases = true, Tells = false };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store is older than {Count} erasures of the file; they were carried out again")]
    private partial void LogRepeated(int count);
}
