using IntroBot.Slack.Calling;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Slack;

/// <summary>However much waits for Slack's limits, each post asks a few times, and all go in their order as fast as the limits allow.</summary>
public sealed class InLine
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly PriorityQueue<(string Channel, string Key), (long At, int Order)> _waiting = new();
    private readonly List<(string Channel, string Key, TimeSpan At)> _gone = [];
    private int _asked;
    private TimeSpan _stalled;

    [Fact]
    public void A_channel_posts_one_a_second_in_order_and_each_asks_twice()
    {
        var last = Send(new Pace(_clock), 2_000, static _ => "C0TECH");

        Assert.Equal(Enumerable.Range(0, 2_000).Select(static i => $"{i}"), _gone.Select(static post => post.Key));
        Assert.Equal(1_999, last.TotalSeconds, 1.0);
        Assert.InRange(_asked, 2_000, 2 * 2_000);
    }

    [Fact]
    public void Private_messages_to_many_go_at_the_workspace_s_pace()
    {
        var last = Send(new Pace(_clock), 2_000, static i => $"U{i}");

        Assert.Equal((2_000 - 20) / 5.0, last.TotalSeconds, 1.0);
        Assert.InRange(_asked, 2_000, 3 * 2_000);
    }

    [Fact]
    public void A_busy_channel_holds_up_nobody_s_private_message_and_they_do_not_hold_it_up()
    {
        Send(new Pace(_clock), 2_000, static i => i % 2 == 0 ? "C0TECH" : $"U{i}");

        Assert.Equal((1_000 - 20) / 4.0, _gone.Where(static post => post.Channel != "C0TECH").Max(static post => post.At).TotalSeconds, 2.0);
        Assert.Equal(999, _gone.Where(static post => post.Channel == "C0TECH").Max(static post => post.At).TotalSeconds, 1.0);
        Assert.InRange(_asked, 2_000, 4 * 2_000);
    }

    [Fact]
    public void Whoever_waits_when_Slack_asks_to_wait_waits_longer_and_keeps_their_place()
    {
        var pace = new Pace(_clock);
        var asked = false;
        Send(pace, 200, static _ => "C0TECH", () =>
        {
            if (!asked && _gone.Count == 50)
            {
                asked = true;
                pace.Wait(Method.ChatPostMessage, "C0TECH", TimeSpan.FromMinutes(5));
            }
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"{i}"), _gone.Select(static post => post.Key));
        Assert.Equal(300, (_gone[50].At - _gone[49].At).TotalSeconds, 1.0);
        Assert.Equal(149, (_gone[199].At - _gone[50].At).TotalSeconds, 1.0);
        Assert.InRange(_asked, 200, 4 * 200);
    }

    [Fact]
    public void After_a_minute_in_which_nobody_came_the_line_goes_on_where_it_was()
    {
        var isFirst = true;
        Send(new Pace(_clock), 200, static _ => "C0TECH", () =>
        {
            if (isFirst && _gone.Count == 20)
            {
                isFirst = false;
                _stalled = TimeSpan.FromMinutes(1);
            }
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"{i}"), _gone.Select(static post => post.Key));
        Assert.Equal(199 + 60, _gone[199].At.TotalSeconds, 2.0);
        Assert.InRange(_asked, 200, 5 * 200);
    }

    [Fact]
    public void A_place_that_nobody_claims_holds_up_the_others_for_its_second_only()
    {
        var pace = new Pace(_clock);
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "first"));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take("C0TECH", "withdrawn"));
        Assert.Equal(TimeSpan.FromSeconds(2), pace.Take("C0TECH", "third"));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "third"));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "later"));
    }

    [Fact]
    public void Whoever_comes_much_too_late_has_lost_their_place_and_holds_up_nobody()
    {
        var pace = new Pace(_clock);
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "first"));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take("C0TECH", "late"));
        for (var i = 0; i < 300; i++)
        {
            pace.Take("C0TECH", $"{i}");
        }

        _clock.Advance(TimeSpan.FromSeconds(200));
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "198"));
        Assert.Equal(TimeSpan.FromSeconds(102), pace.Take("C0TECH", "late"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Take("C0TECH", "199"));
    }

    // All come at once and come back when they were told to; when the last one went.
    private TimeSpan Send(Pace pace, int posts, Func<int, string> channel, Action? after = null)
    {
        var start = _clock.GetUtcNow();
        for (var i = 0; i < posts; i++)
        {
            _waiting.Enqueue((channel(i), $"{i}"), (start.UtcTicks, i));
        }

        while (_waiting.TryDequeue(out var post, out var due))
        {
            // Whoever was due during a stall comes right after it.
            var now = Math.Max(due.At, (_clock.GetUtcNow() + _stalled).UtcTicks);
            _stalled = TimeSpan.Zero;
            _clock.SetUtcNow(new DateTimeOffset(now, TimeSpan.Zero));
            _asked++;
            var wait = pace.Take(post.Channel, post.Key);
            if (wait > TimeSpan.Zero)
            {
                _waiting.Enqueue(post, (now + wait.Ticks, due.Order));
                continue;
            }

            _gone.Add((post.Channel, post.Key, _clock.GetUtcNow() - start));
            after?.Invoke();
        }

        return _gone[^1].At;
    }
}
