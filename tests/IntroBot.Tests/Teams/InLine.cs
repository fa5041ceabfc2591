using IntroBot.Teams.Calling;

namespace IntroBot.Tests.Teams;

/// <summary>However much waits for Teams' limits, each post asks a few times, and all go in their order and within the limits.</summary>
public sealed class InLine
{
    private readonly ComingBack _posts = new();
    private readonly Pace _pace;

    public InLine() => _pace = new(_posts.Clock);

    [Fact]
    public void A_channel_takes_what_its_limits_allow_in_order_and_each_asks_a_few_times()
    {
        _posts.Send(600, static _ => "19:tech@thread.tacv2", Take);

        Assert.Equal(Enumerable.Range(0, 600).Select(static i => $"{i}"), _posts.Order);
        AssertWithin(7, TimeSpan.FromSeconds(1), "19:tech@thread.tacv2");
        AssertWithin(60, TimeSpan.FromSeconds(30), "19:tech@thread.tacv2");
        Assert.InRange(_posts.Last(static _ => true), 270, 300);
        Assert.InRange(_posts.Asked, 600, 4 * 600);
    }

    [Fact]
    public void Private_messages_to_many_go_at_the_tenant_s_pace()
    {
        _posts.Send(2_000, static i => $"a:{i}", Take);

        AssertWithin(50, TimeSpan.FromSeconds(1), null);
        Assert.InRange(_posts.Last(static _ => true), 39, 41);
        Assert.InRange(_posts.Asked, 2_000, 4 * 2_000);
    }

    [Fact]
    public void What_is_behind_a_press_waits_for_the_limits_and_for_nobody()
    {
        _posts.Send(8, static _ => "a:1", Take);
        _posts.Passes(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 20; i++)
        {
            _pace.Take(Limit.Saying, "a:1", "tenant", $"waits {i}");
        }

        _posts.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _pace.Take(Limit.Saying, "a:1", "tenant", null));
    }

    private TimeSpan Take(string thread, string key) => _pace.Take(Limit.Saying, thread, "tenant", key);

    private void AssertWithin(int most, TimeSpan window, string? thread)
    {
        var at = _posts.Gone.Where(post => thread is null || post.Channel == thread).Select(static post => post.At).ToList();
        Assert.All(Enumerable.Range(most, at.Count - most), i => Assert.True(at[i] - at[i - most] >= window, $"{most + 1} within {at[i] - at[i - most]}, the last at {at[i]}"));
    }
}
