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
internal sealed partial class TeamsTenant : Watched<TenantState>
{
    private readonly Random random;
    private readonly Action<TenantState> seed;

    /// <summary><paramref name="seed"/> is who and what is there at first and after <see cref="Watched{TState}.Reset"/>; the demo's company, without the app, when left out.</summary>
    public TeamsTenant(TeamsOptions? options = null, TimeProvider? clock = null, Random? random = null, Action<TenantState>? seed = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        this.random = random ?? new Random(1);
        this.seed = seed ?? Maison.Fill;
        Issuer = new(() => Options, Clock);
        Server = new(this);
        Deliveries = new(this, Closing);
    }

    public TeamsOptions Options { get; set; }
    public TimeProvider Clock { get; }
    public Mishaps Mishaps { get; } = new();
    public Deliveries Deliveries { get; }
    public ConnectorIssuer Issuer { get; }

    /// <summary>How the bot is reached: its own server in memory in tests, a socket in the Host. Acts before it is set end in "Unable to reach app".</summary>
    public HttpClient? Bot { get; set; }

    private ConnectorServer Server { get; }

    /// <summary>A handler with which the bot calls this tenant in process, without a socket.</summary>
    public HttpMessageHandler Handler() => new InProcessHandler(this);

    /// <summary>One request of the bot: for a token, for keys, or to the Connector.</summary>
    public Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation = default) => Server.Receive(request, cancellation);

    /// <summary>Waits, without polling, until <paramref name="holds"/>.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="ceiling"/> of real time (10 s); the message tells the last exchanges.</exception>
    public Task Until(Func<TeamsTenant, bool> holds, TimeSpan? ceiling = null) => Until(() => holds(this), () => Exchanges, ceiling);

    protected override TenantState Fresh()
    {
        var fresh = new TenantState(() => Options, new Ids(random, Clock), Clock);
        seed(fresh);
        return fresh;
    }
}
