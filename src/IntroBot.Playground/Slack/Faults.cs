using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack;

/// <summary>One way to misbehave: wait, take effect or not, wait, answer something else.</summary>
internal sealed record Fault(bool Accepts, WireAnswer? Instead = null)
{
    /// <summary>Before it would take effect.</summary>
    public TimeSpan Before { get; init; }
    /// <summary>Between the effect and the answer.</summary>
    public TimeSpan After { get; init; }

    /// <summary>It takes effect and the connection breaks.</summary>
    public static Fault LoseAnswer { get; } = new(true, WireAnswer.Broken);
    /// <summary>The connection breaks and nothing took effect.</summary>
    public static Fault LoseRequest { get; } = new(false, WireAnswer.Broken);

    public static Fault Status(int status) => new(false, WireAnswer.Plain(status, "upstream trouble"));

    public static Fault StatusAfterAccepting(int status) => new(true, WireAnswer.Plain(status, "upstream trouble"));

    public static Fault Error(string error) => new(false, WireAnswer.Json(new() { ["ok"] = false, ["error"] = error }));

    public static Fault ErrorAfterAccepting(string error) => Error(error) with { Accepts = true };

    public static Fault RateLimited(int? retryAfterSeconds) => new(false, WireAnswer.TooMany(retryAfterSeconds));

    /// <summary>Right in the end, late by this much of the workspace's clock.</summary>
    public static Fault Slow(TimeSpan by) => new(true) { After = by };

    public static Fault SlowToAccept(TimeSpan by) => new(true) { Before = by };
}

/// <summary>
/// The faults to come, each used once: per Web API method (<c>chat.postMessage</c>), for <c>response_url</c>, or on the way to the bot (<c>slack/commands</c>,
/// <c>slack/interactions</c>, <c>slack/events</c>), where one that accepts lets the bot work and loses its answer, and one that does not never arrives.
/// </summary>
internal sealed class Faults
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Fault>> queued = [];

    /// <summary>Asked for every call that has no queued fault: the method and its arguments in, a fault or null out.</summary>
    public Func<string, WireRequest, Fault?>? Decide { get; set; }

    public void Next(string method, Fault fault, int times = 1)
    {
        lock (gate)
        {
            if (!queued.TryGetValue(method, out var queue))
            {
                queued[method] = queue = new();
            }

            for (var i = 0; i < times; i++)
            {
                queue.Enqueue(fault);
            }
        }
    }

    internal Fault? Take(string method, WireRequest request)
    {
        lock (gate)
        {
            return queued.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : Decide?.Invoke(method, request);
        }
    }
}
