using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams;

/// <summary>One way to misbehave: wait, take effect or not, wait, answer something else.</summary>
internal sealed record Mishap(bool Accepts, WireAnswer? Instead = null)
{
    /// <summary>Before it would take effect.</summary>
    public TimeSpan Before { get; init; }
    /// <summary>Between the effect and the answer.</summary>
    public TimeSpan After { get; init; }

    /// <summary>It takes effect and the connection breaks.</summary>
    public static Mishap LoseAnswer { get; } = new(true, WireAnswer.Broken);
    /// <summary>The connection breaks and nothing took effect.</summary>
    public static Mishap LoseRequest { get; } = new(false, WireAnswer.Broken);
    /// <summary>A conflict of writes in the thread: nothing took effect, trying again is right.</summary>
    public static Mishap Conflict { get; } = new(false, WireAnswer.Error(412, "PreconditionFailed", "The conversation was changed by another operation."));

    public static Mishap Status(int status) => new(false, WireAnswer.Error(status, "ServiceError", "Upstream trouble"));

    public static Mishap StatusAfterAccepting(int status) => Status(status) with { Accepts = true };

    public static Mishap Error(int status, string code) => new(false, WireAnswer.Error(status, code, "As asked for"));

    /// <param name="retryAfterSeconds">null leaves the header out, as an ill server may.</param>
    public static Mishap Throttled(int? retryAfterSeconds) => new(false, WireAnswer.TooMany(retryAfterSeconds));

    /// <summary>Right in the end, late by this much of the tenant's clock.</summary>
    public static Mishap Slow(TimeSpan by) => new(true) { After = by };

    public static Mishap SlowToAccept(TimeSpan by) => new(true) { Before = by };
}

/// <summary>The mishaps to come, per operation (<c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>members</c>, <c>member</c>, <c>token</c>, <c>metadata</c>, <c>keys</c>, …); each is used once.</summary>
internal sealed class Mishaps
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Mishap>> queued = [];

    /// <summary>Asked for every call that has no queued mishap: the operation and the request in, a mishap or null out.</summary>
    public Func<string, WireRequest, Mishap?>? Decide { get; set; }

    public void Next(string operation, Mishap mishap, int times = 1)
    {
        lock (gate)
        {
            if (!queued.TryGetValue(operation, out var queue))
            {
                queued[operation] = queue = new();
            }

            for (var i = 0; i < times; i++)
            {
                queue.Enqueue(mishap);
            }
        }
    }

    internal Mishap? Take(string operation, WireRequest request)
    {
        lock (gate)
        {
            return queued.TryGetValue(operation, out var queue) && queue.TryDequeue(out var mishap) ? mishap : Decide?.Invoke(operation, request);
        }
    }
}
