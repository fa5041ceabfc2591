using IntroBot.Slack.Calling;

namespace IntroBot.Tests.Slack;

/// <summary>However much waits for Slack's limits, each post asks a few times, and all go in their order as fast as the limits allow.</summary>
public sealed class InLine
{
    private readonly ComingBack _posts = new();
    private readonly Pace _pace;

    public InLine() => _pace = new(_posts.Clock);

    [Fact]
    public void A_channel_posts_one_a_second_in_order_and_each_asks_twice()
    {
        _posts.Send(2_000, static _ => "C0TECH", _pace.Take);

        Assert.Equal(Enumerable.Range(0, 2_000).Select(static i => $"{i}"), _posts.Order);
        Assert.Equal(1_999, _posts.Last(static _ => true), 1.0);
        Assert.InRange(_posts.Asked, 2_000, 2 * 2_000);
    }

    [Fact]
    public void Private_messages_to_many_go_at_the_workspace_s_pace()
    {
        _posts.Send(2_000, static i => $"U{i}", _pace.Take);

        Assert.Equal((2_000 - 20) / 5.0, _posts.Last(static _ => true), 1.0);
        Assert.InRange(_posts.Asked, 2_000, 3 * 2_000);
    }

    [Fact]
    public void A_busy_channel_holds_up_nobody_s_private_message_and_they_do_not_hold_it_up()
    {
        _posts.Send(2_000, static i => i % 2 == 0 ? "C0TECH" : $"U{i}", _pace.Take);

        Assert.Equal((1_000 - 20) / 4.0, _posts.Last(static channel => channel != "C0TECH"), 2.0);
        Assert.Equal(999, _posts.Last(static channel => channel == "C0TECH"), 1.0);
        Assert.InRange(_posts.Asked, 2_000, 4 * 2_000);
    }

    [Fact]
    public void Whoever_waits_when_Slack_asks_to_wait_waits_longer_and_keeps_their_place()
    {
        var asked = false;
        _posts.Send(200, static _ => "C0TECH", _pace.Take, () =>
        {
            if (!asked && _posts.Gone.Count == 50)
            {
                asked = true;
                _pace.Wait(Method.ChatPostMessage, "C0TECH", TimeSpan.FromMinutes(5));
            }
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"{i}"), _posts.Order);
        Assert.Equal(300, (_posts.Gone[50].At - _posts.Gone[49].At).TotalSeconds, 1.0);
        Assert.Equal(149, (_posts.Gone[199].At - _posts.Gone[50].At).TotalSeconds, 1.0);
        Assert.InRange(_posts.Asked, 200, 4 * 200);
    }

    [Fact]
    public void After_a_minute_in_which_nobody_came_the_line_goes_on_where_it_was()
    {
        var isFirst = true;
        _posts.Send(200, static _ => "C0TECH", _pace.Take, () =>
        {
            if (isFirst && _posts.Gone.Count == 20)
            {
                isFirst = false;
                _posts.Stall = TimeSpan.FromMinutes(1);
            }
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"{i}"), _posts.Order);
        Assert.Equal(199 + 60, _posts.Gone[199].At.TotalSeconds, 2.0);
        Assert.InRange(_posts.Asked, 200, 5 * 200);
    }

    [Fact]
    public void A_place_that_nobody_claims_holds_up_the_others_for_its_second_only()
    {
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "first"));
        Assert.Equal(TimeSpan.FromSeconds(1), _pace.Take("C0TECH", "withdrawn"));
        Assert.Equal(TimeSpan.FromSeconds(2), _pace.Take("C0TECH", "third"));

        _posts.Passes(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "third"));
        _posts.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "later"));
    }

    [Fact]
    public void Whoever_comes_much_too_late_has_lost_their_place_and_holds_up_nobody()
    {
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "first"));
        Assert.Equal(TimeSpan.FromSeconds(1), _pace.Take("C0TECH", "late"));
        for (var i = 0; i < 300; i++)
        {
            _pace.Take("C0TECH", $"{i}");
        }

        _posts.Passes(TimeSpan.FromSeconds(200));
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "198"));
        Assert.Equal(TimeSpan.FromSeconds(102), _pace.Take("C0TECH", "late"));
        _posts.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _pace.Take("C0TECH", "199"));
    }
}
