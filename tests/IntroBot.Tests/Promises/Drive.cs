using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Promises;

/// <summary>Lets a world's clock run while its pump has nothing to do, so that an hour of waiting costs no time and no effect grows old while it is under way.
/// What a request leaves running (a dialog that fills itself) is waited for with <see cref="World.Until"/> instead.</summary>
internal static class Drive
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_days = TimeSpan.FromDays(2);

    /// <summary>Until everything owed has been done or parked.</summary>
    public static Task Settle(this World world, WatchedStore store) => world.Run(() => !store.Owes);

    /// <summary>Until something holds.</summary>
    public static async Task Run(this World world, Func<bool> holds)
    {
        var pump = world.Services.GetRequiredService<Pump>();
        var (started, since) = (TimeProvider.System.GetTimestamp(), world.Clock.GetUtcNow());
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > s_ceiling || world.Clock.GetUtcNow() - since > s_days)
            {
                throw new TimeoutException("It did not come about. The last calls were:\n" + string.Join('\n', world.Slack.Calls.TakeLast(12)) + "\n" + string.Join('\n', world.Logged.TakeLast(12)));
            }

            var idle = pump.Quiet();
            await idle.WaitAsync(TimeSpan.FromMilliseconds(50), TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            world.Clock.Advance(TimeSpan.FromMilliseconds(idle.IsCompleted ? 500 : 100));
            await Task.Yield();
        }
    }

    /// <summary>What comes of an act whose answer may have to wait for the clock.</summary>
    public static async Task<T> Moving<T>(this World world, Task<T> act)
    {
        while (!act.IsCompleted)
        {
            await act.WaitAsync(TimeSpan.FromMilliseconds(40), TimeProvider.System).ContinueWith(static _ => { }, TaskScheduler.Default);
            world.Clock.Advance(TimeSpan.FromMilliseconds(act.IsCompleted ? 0 : 100));
        }

        return await act;
    }

    /// <summary>Stops a host whose clock stands still unless somebody moves it.</summary>
    public static async Task Stop(this World world)
    {
        var stopping = world.DisposeAsync().AsTask();
        while (!stopping.IsCompleted)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await stopping.WaitAsync(TimeSpan.FromMilliseconds(5), TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await stopping;
    }
}
