using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests;

/// <summary>Posts that all come at once and come back when they were told to, until each has gone.</summary>
internal sealed class ComingBack
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public TimeProvider Clock => _clock;

    /// <summary>Where each went, its number, and when: the first at zero.</summary>
    public List<(string Channel, string Key, TimeSpan At)> Gone { get; } = [];

    /// <summary>How often they asked, all together.</summary>
    public int Asked { get; private set; }

    /// <summary>For how long nobody comes, from now on.</summary>
    public TimeSpan Stall { get; set; }

    public IEnumerable<string> Order => Gone.Select(static post => post.Key);

    public void Passes(TimeSpan time) => _clock.Advance(time);

    /// <summary>When the last one to such a channel went, in seconds.</summary>
    public double Last(Func<string, bool> channel) => Gone.Where(post => channel(post.Channel)).Max(static post => post.At).TotalSeconds;

    /// <summary>Sends them; <paramref name="take"/> answers how long to wait, <paramref name="after"/> is told of each that went.</summary>
    public void Send(int posts, Func<int, string> channel, Func<string, string, TimeSpan> take, Action? after = null)
    {
        var start = _clock.GetUtcNow();
        var waiting = new PriorityQueue<(string Channel, string Key), (long At, int Order)>(
            Enumerable.Range(0, posts).Select(i => ((channel(i), $"{i}"), (start.UtcTicks, i))));
        while (waiting.TryDequeue(out var post, out var due))
        {
            // Whoever was due during a stall comes right after it.
            var now = Math.Max(due.At, (_clock.GetUtcNow() + Stall).UtcTicks);
            Stall = TimeSpan.Zero;
            _clock.SetUtcNow(new DateTimeOffset(now, TimeSpan.Zero));
            Asked++;
            if (take(post.Channel, post.Key) is { Ticks: > 0 } wait)
            {
                waiting.Enqueue(post, (now + wait.Ticks, due.Order));
                continue;
            }

            Gone.Add((post.Channel, post.Key, _clock.GetUtcNow() - start));
            after?.Invoke();
        }
    }
}
