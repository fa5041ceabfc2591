using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.Connector;
using IntroBot.Playground.Teams.Issuing;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams;

/// <summary>
/// A small Microsoft Teams at the wire: it issues tokens and answers the Connector's REST (<see cref="Receive"/>) as strictly as Microsoft does, and lets people talk, press and
/// submit, which sends really signed activities to the bot. Thread-safe; every change wakes <see cref="Until"/>.
/// </summary>
internal sealed partial class TeamsTenant : IDisposable
{
    private readonly Lock gate = new();
    private readonly Random random;
    private readonly Action<TenantState> seed;
    private readonly CancellationTokenSource closing = new();
    private TenantState state;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary><paramref name="seed"/> is who and what is there at first and after <see cref="Reset"/>; the demo's company, without the app, when left out.</summary>
    public TeamsTenant(TeamsOptions? options = null, TimeProvider? clock = null, Random? random = null, Action<TenantState>? seed = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        this.random = random ?? new Random(1);
        this.seed = seed ?? Maison.Fill;
        state = NewState();
        Issuer = new(() => Options, Clock);
        Server = new(this);
        Deliveries = new(this, closing.Token);
    }

    public TeamsOptions Options { get; set; }
    public TimeProvider Clock { get; }
    public Mishaps Mishaps { get; } = new();
    public Deliveries Deliveries { get; }
    public ConnectorIssuer Issuer { get; }
    public long Version { get; private set; }

    /// <summary>How the bot is reached: its own server in memory in tests, a socket in the Host. Acts before it is set end in "Unable to reach app".</summary>
    public HttpClient? Bot { get; set; }

    private ConnectorServer Server { get; }

    /// <summary>A handler with which the bot calls this tenant in process, without a socket.</summary>
    public HttpMessageHandler Handler() => new InProcessHandler(this);

    /// <summary>One request of the bot: for a token, for keys, or to the Connector.</summary>
    public Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation = default) => Server.Receive(request, cancellation);

    /// <summary>Everything back to the start: tokens handed out are worth nothing any more, signing keys stay.</summary>
    public void Reset() => Change(_ => state = NewState());

    public T Read<T>(Func<TenantState, T> read)
    {
        lock (gate)
        {
            return read(state);
        }
    }

    public T Change<T>(Func<TenantState, T> change)
    {
        TaskCompletionSource wake;
        T result;
        lock (gate)
        {
            result = change(state);
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
    /// <exception cref="TimeoutException">It did not within <paramref name="ceiling"/> of real time (10 s); the message tells the last exchanges.</exception>
    public async Task Until(Func<TeamsTenant, bool> holds, TimeSpan? ceiling = null)
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
                throw new TimeoutException("It did not come about. The last exchanges were:\n" + string.Join('\n', Exchanges.TakeLast(12)));
            }
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private TenantState NewState()
    {
        var fresh = new TenantState(() => Options, new Ids(random, Clock), Clock);
        seed(fresh);
        return fresh;
    }
}
