using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack;

/// <summary>
/// A small Slack at the wire: it answers the Web API and response_urls (<see cref="Receive"/>) as strictly as Slack does, and lets people type, press and
/// submit, which calls the bot's own routes with really signed requests. Thread-safe; every change wakes <see cref="Until"/>.
/// </summary>
internal sealed partial class SlackWorkspace : Watched<World>
{
    private readonly Random random;
    private readonly Action<World> seed;

    /// <summary><paramref name="seed"/> is what is there at first and after <see cref="Watched{TState}.Reset"/>; the demo's company when left out.</summary>
    public SlackWorkspace(SlackOptions? options = null, TimeProvider? clock = null, Random? random = null, Action<World>? seed = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        this.random = random ?? new Random(1);
        this.seed = seed ?? Demo.Fill;
        Server = new(this);
        Events = new(this, Closing);
    }

    public SlackOptions Options { get; set; }
    public TimeProvider Clock { get; }
    public Faults Faults { get; } = new();
    public Deliveries Events { get; }

    /// <summary>How the bot is reached: its own server in memory in tests, a socket in the Host. Acts before it is set end in dispatch_failed.</summary>
    public HttpClient? Bot { get; set; }

    private WebApiServer Server { get; }

    /// <summary>A handler with which the bot calls this Slack in process, without a socket.</summary>
    public HttpMessageHandler Handler() => new InProcessHandler(this);

    /// <summary>One request to the Web API (<c>api/…</c>) or to a response_url (<c>response/…</c>).</summary>
    public Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation = default) => Server.Receive(request, cancellation);

    /// <summary>Waits, without polling, until <paramref name="holds"/>.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="ceiling"/> of real time (10 s); the message tells the last calls.</exception>
    public Task Until(Func<SlackWorkspace, bool> holds, TimeSpan? ceiling = null) => Until(() => holds(this), () => Calls, ceiling);

    protected override World Fresh()
    {
        var fresh = new World(() => Options, new Ids(random, Clock), Clock);
        seed(fresh);
        return fresh;
    }
}
