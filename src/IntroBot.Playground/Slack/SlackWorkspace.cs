using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack;

/// <summary>
/// A small Slack at the wire: it answers the Web API and response_urls (<see cref="Receive"/>) as strictly as Slack does, and lets people type, press and
/// submit, which calls the bot's own routes with really signed requests. Thread-safe; every change wakes <see cref="Until"/>.
/// </summary>
internal sealed partial class SlackWorkspace : IDisposable
{
    private readonly Lock gate = new();
    private readonly Random random;
    private readonly Action<World> seed;
    private readonly CancellationTokenSource closing = new();
    private World world;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary><paramref name="seed"/> is what is there at first and after <see cref="Reset"/>; the demo's company when left out.</summary>
    public SlackWorkspace(SlackOptions? options = null, TimeProvider? clock = null, Random? random = null, Action<World>? seed = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        this.random = random ?? new Random(1);
        this.seed = seed ?? Demo.Fill;
        world = NewWorld();
        Server = new(this);
        Events = new(this, closing.Token);
    }

    public SlackOptions Options { get; set; }
    public TimeProvider Clock { get; }
    public Faults Faults { get; } = new();
    public Deliveries Events { get; }
    public long Version { get; private set; }

    /// <summary>How the bot is reached: its own server in memory in tests, a socket in the Host. Acts before it is set end in dispatch_failed.</summary>
    public HttpClient? Bot { get; set; }

    private WebApiServer Server { get; }

    /// <summary>A handler with which the bot calls this Slack in process, without a socket.</summary>
    public HttpMessageHandler Handler() => new InProcessHandler(this);

    /// <summary>One request to the Web API (<c>api/…</c>) or to a response_url (<c>response/…</c>).</summary>
    public Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation = default) => Server.Receive(request, cancellation);

    public void Reset() => Change(_ => world = NewWorld());

    public T Read<T>(Func<World, T> read)
    {
        lock (gate)
        {
            return read(world);
        }
    }

    public T Change<T>(Func<World, T> change)
    {
        TaskCompletionSource wake;
        T result;
        lock (gate)
        {
            result = change(world);
            Version++;
            wake = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.TrySetResult();
        return result;
    }

    /// <summary>Completes at the next change after this call.</summary>
    public Task Changed()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }

    /// <summary>Waits, without polling, until <paramref name="holds"/>.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="ceiling"/> of real time (10 s); the message tells the last calls.</exception>
    public async Task Until(Func<SlackWorkspace, bool> holds, TimeSpan? ceiling = null)
    {
        var deadline = Task.Delay(ceiling ?? TimeSpan.FromSeconds(10), TimeProvider.System);
        while (true)
        {
            var next = Changed();
            if (holds(this))
            {
                return;
            }

            if (await Task.WhenAny(next, deadline) == deadline && !holds(this))
            {
                throw new TimeoutException("It did not come about. The last calls were:\n" + string.Join('\n', Calls.TakeLast(12)));
            }
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private World NewWorld()
    {
        var fresh = new World(() => Options, new Ids(random, Clock), Clock);
        seed(fresh);
        return fresh;
    }
}
