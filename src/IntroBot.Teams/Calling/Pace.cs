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

    private readonly Lock gate = new();
    private readonly Dictionary<string, Calls> calls = [];

    /// <summary>Takes a call's place; zero when it may go now, else how long until it may, with nothing taken.</summary>
    public TimeSpan Take(Limit limit, string thread, string tenant)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var ours = Of($"{limit}|{thread}", now);
            var all = Of($"tenant|{tenant}", now);
            var wait = Max(ours.Wait(limit == Limit.Saying ? Saying : Asking, now), all.Wait(Tenant, now));
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
            Of($"{limit}|{thread}", now).NotBefore = now + after;
        }
    }

    private Calls Of(string key, DateTimeOffset now)
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

        return calls[key] = new Calls();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Window(int Count, int Seconds)
    {
        public TimeSpan Length { get; } = TimeSpan.FromSeconds(Seconds);
    }

    /// <summary>When calls were made, within the last hour at most.</summary>
    private sealed class Calls
    {
        private readonly List<DateTimeOffset> made = [];

        public DateTimeOffset NotBefore { get; set; }

        public TimeSpan Wait(Window[] windows, DateTimeOffset now)
        {
            var longest = now - windows[^1].Length;
            made.RemoveRange(0, made.FindIndex(at => at > longest) is var kept && kept < 0 ? made.Count : kept);
            var wait = NotBefore - now;
            foreach (var window in windows.Where(window => made.Count >= window.Count))
            {
                wait = Max(wait, made[^window.Count] + window.Length - now);
            }

            return wait;
        }

        public void Note(DateTimeOffset now) => made.Add(now);

        public bool IsQuiet(DateTimeOffset now) => NotBefore <= now && (made.Count == 0 || now - made[^1] > TimeSpan.FromMinutes(1));
    }
}
