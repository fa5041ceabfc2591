using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Promises;

/// <summary>Lets a world's clock run while nothing else happens, so that an hour of waiting costs no time and no call grows old while it is under way.</summary>
internal static class Drive
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(120);

    /// <summary>Until everything owed has been done or parked.</summary>
    public static Task Settle(this World world, WatchedStore store) => world.Run(() => !store.Owes);

    /// <summary>Until something holds.</summary>
    public static async Task Run(this World world, Func<bool> holds)
    {
        var pump = world.Services.GetRequiredService<Pump>();
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > s_ceiling)
            {
                throw new TimeoutException("It did not come about. The last calls were:\n" + string.Join('\n', world.Slack.Calls.TakeLast(12)) + "\n" + string.Join('\n', world.Logged.TakeLast(12)));
            }

            var idle = pump.Quiet();
            await idle.WaitAsync(TimeSpan.FromMilliseconds(50), TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            world.Clock.Advance(TimeSpan.FromMilliseconds(idle.IsCompleted ? 500 : 100));
            await Task.Yield();
        }
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
