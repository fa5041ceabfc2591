using IntroBot.Answering;

namespace IntroBot.Teams.Calling;

/// <summary>Which limit a call counts against.</summary>
internal enum Limit
{
    /// <summary>Sending, updating, starting a conversation.</summary>
    Saying,

    /// <summary>Asking for members.</summary>
    Asking,
}

/// <summary>
/// Calling no faster than Teams allows, per thread and per tenant, and nobody before a <c>Retry-After</c> is over (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
/// It never waits; it says how long to wait.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Threads = 20_000;
    private static readonly Window[] Saying = [new(7, 1), new(8, 2), new(60, 30), new(1_800, 3_600)];
    private static readonly Window[] Asking = [new(14, 1), new(16, 2), new(120, 30), new(3_600, 3_600)];
    private static readonly Window[] Tenant = [new(50, 1)];

    // Nobody who waits comes back sooner after the one before them than this; a limit that is shut longer moves them all.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan BetweenAll = TimeSpan.FromSeconds(0.02);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Calls> calls = [];

    /// <summary>
    /// Takes a call's place; zero when it may go now, else how long until it may. With a <paramref name="key"/>, by which it is known when it asks again, it waits in line, first for its thread and then for
    /// the tenant; without one, as behind somebody's press, it waits for the limits alone.
    /// </summary>
    public TimeSpan Take(Limit limit, string thread, string tenant, string? key)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var ours = Of($"{limit}|{thread}", BetweenCalls, now);
            var all = Of($"tenant|{tenant}", BetweenAll, now);
            var place = key is null ? null : $"{thread} {key}";
            var wait = all.Line.Holds(place) ? TimeSpan.Zero : ours.Line.Ask(key, ours.Open(limit == Limit.Saying ? Saying : Asking, now), now);
            wait = wait > TimeSpan.Zero ? wait : all.Line.Ask(place, all.Open(Tenant, now), now);
            if (wait <= TimeSpan.Zero)
            {
                ours.Note(now);
                all.Note(now);
            }

            return wait;
        }
    }

    /// <summary>The Connector asked to wait.</summary>
    public void Wait(Limit limit, string thread, TimeSpan after)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Of($"{limit}|{thread}", BetweenCalls, now).NotBefore = now + after;
        }
    }

    private Calls Of(string key, TimeSpan between, DateTimeOffset now)
    {
        if (calls.TryGetValue(key, out var known))
        {
            return known;
        }

        if (calls.Count >= Threads)
        {
            foreach (var quiet in calls.Where(entry => entry.Value.IsQuiet(now)).Select(static entry => entry.Key).ToList())
            {
                calls.Remove(quiet);
            }
        }

        return calls[key] = new Calls(between);
    }

    private sealed record Window(int Count, int Seconds)
    {
        public TimeSpan Length { get; } = TimeSpan.FromSeconds(Seconds);
    }

    /// <summary>When calls were made, within the last hour at most.</summary>
    private sealed class Calls(TimeSpan between)
    {
        private readonly List<DateTimeOffset> made = [];

        public WaitingLine Line { get; } = new(between);

        public DateTimeOffset NotBefore { get; set; }

        /// <summary>From when on one more call is within all the windows.</summary>
        public DateTimeOffset Open(Window[] windows, DateTimeOffset now)
        {
            var longest = now - windows[^1].Length;
            made.RemoveRange(0, made.FindIndex(at => at > longest) is var kept && kept < 0 ? made.Count : kept);
            return windows.Where(window => made.Count >= window.Count).Select(window => made[^window.Count] + window.Length).Append(NotBefore).Max();
        }

        public void Note(DateTimeOffset now) => made.Add(now);

        public bool IsQuiet(DateTimeOffset now) => NotBefore <= now && Line.IsQuiet(now) && (made.Count == 0 || now - made[^1] > TimeSpan.FromMinutes(1));
    }
}
