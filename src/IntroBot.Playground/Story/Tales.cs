using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;

namespace IntroBot.Playground.Story;

/// <summary>Tells the tale, one at a time.</summary>
internal sealed class Tales(SlackWorkspace slack, TeamsTenant teams) : IDisposable
{
    private CancellationTokenSource telling = new();

    public void Begin() => _ = new Tale(slack, teams, telling.Token).Tell();

    /// <summary>Before the chats begin again, so that nothing of the former tale gets into the next.</summary>
    public void Stop()
    {
        using var former = Interlocked.Exchange(ref telling, new());
        former.Cancel();
    }

    public void Dispose() => telling.Dispose();
}
