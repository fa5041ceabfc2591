namespace IntroBot.Answering;

/// <summary>At most <paramref name="capacity"/> answers remembered with their time; asking for one twice at once asks the source once. Failures are not remembered.</summary>
internal sealed class Remembered<TKey, TValue>(int capacity, TimeProvider clock)
    where TKey : notnull
{
    private sealed record Entry(TValue Value, DateTimeOffset At);

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Entry> entries = [];
    private readonly Dictionary<TKey, (object Ticket, Task<TValue> Answer)> asked = [];

    /// <summary>The answer, not older than <paramref name="maxAge"/> of it, or asked anew. One of negative age is given to whoever waits for it and not kept.</summary>
    public Task<TValue> Get(TKey key, Func<TValue, TimeSpan> maxAge, Func<Task<TValue>> ask)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry) && clock.GetUtcNow() - entry.At <= maxAge(entry.Value))
            {
                return Task.FromResult(entry.Value);
            }

            if (!asked.TryGetValue(key, out var pending))
            {
                var ticket = new object();
                pending = (ticket, Task.Run(() => Ask(key, ticket, maxAge, ask)));
                asked[key] = pending;
            }

            return pending.Answer;
        }
    }

    /// <summary>The last answer, however old; default when there is none.</summary>
    public TValue? Known(TKey key)
    {
        lock (gate)
        {
            return entries.TryGetValue(key, out var entry) ? entry.Value : default;
        }
    }

    /// <summary>Forgets an answer, also one that is on its way.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            entries.Remove(key);
            asked.Remove(key);
        }
    }

    private async Task<TValue> Ask(TKey key, object ticket, Func<TValue, TimeSpan> maxAge, Func<Task<TValue>> ask)
    {
        var since = clock.GetUtcNow();
        try
        {
            var value = await ask();
            if (maxAge(value) >= TimeSpan.Zero)
            {
                Keep(key, ticket, new Entry(value, since));
            }

            return value;
        }
        finally
        {
            lock (gate)
            {
                if (IsCurrent(key, ticket))
                {
                    asked.Remove(key);
                }
            }
        }
    }

    private bool IsCurrent(TKey key, object ticket) => asked.TryGetValue(key, out var pending) && pending.Ticket == ticket;

    private void Keep(TKey key, object ticket, Entry entry)
    {
        lock (gate)
        {
            if (!IsCurrent(key, ticket))
            {
                return;
            }

            if (entries.Count >= capacity)
            {
                foreach (var old in entries.OrderBy(static known => known.Value.At).Take(capacity / 2).Select(static known => known.Key).ToList())
                {
                    entries.Remove(old);
                }
            }

            entries[key] = entry;
        }
    }
}
