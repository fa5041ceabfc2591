using IntroBot.Playground.Teams;

namespace IntroBot.Tests.Playground;

/// <summary>How often the bot may speak and ask: at each limit, and one above.</summary>
public sealed class TeamsLimitsOfPace : IDisposable
{
    private const string Text = """{"type":"message","text":"x"}""";
    private readonly TeamsStubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_thread_takes_seven_messages_in_a_second_and_eight_in_two()
    {
        Assert.Equal((7, 1), await Sent(Maison.Tech, 8));
        bot.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal((0, 1), await Sent(Maison.Tech, 1));
        bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 1), await Sent(Maison.Tech, 2));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((7, 1), await Sent(Maison.Tech, 8));
    }

    [Fact]
    public async Task Sixty_in_thirty_seconds_and_1800_in_an_hour()
    {
        var sent = 0;
        for (var second = 0; second < 30; second += 2)
        {
            sent += (await Sent(Maison.Tech, 8, spread: true)).Taken;
        }

        Assert.Equal(60, sent);
        var start = bot.Clock.GetUtcNow() - TimeSpan.FromSeconds(30);
        while (bot.Clock.GetUtcNow() < start + TimeSpan.FromSeconds(3600))
        {
            sent += (await Sent(Maison.Tech, 4, spread: true)).Taken;
        }

        Assert.Equal(1800, sent);
    }

    [Fact]
    public async Task Other_threads_go_on_but_threads_of_one_channel_count_together()
    {
        await Sent(Maison.Tech, 7);
        Assert.Equal((7, 0), await Sent(Maison.Thanks, 7));
        var root = bot.Teams.Posts(Maison.Tech)[0];
        Assert.Equal((0, 1), await Sent(root.Conversation, 1));
        var (status, _, _) = await bot.Call("PUT", $"conversations/{Uri.EscapeDataString(root.Conversation)}/activities/{root.Id}", Text);
        Assert.Equal(429, status);
    }

    [Fact]
    public async Task A_message_in_two_parts_counts_twice()
    {
        await Sent(Maison.Tech, 6);
        var both = $$"""{"type":"message","text":"x","attachments":[{{TeamsStubBot.Adaptive(TeamsStubBot.Card)}}]}""";
        Assert.Equal(429, (await bot.Send(Maison.Tech, both)).Status);
        Assert.Equal((1, 1), await Sent(Maison.Tech, 2));
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_back_and_then_it_is_true()
    {
        await Sent(Maison.Tech, 7);
        using var refused = await bot.Api.PostAsync(new Uri($"v3/conversations/{Uri.EscapeDataString(Maison.Tech)}/activities", UriKind.Relative), Body(), TestContext.Current.CancellationToken);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, 0), await Sent(Maison.Tech, 1));
    }

    [Fact]
    public async Task A_roster_is_read_fourteen_times_a_second()
    {
        var answers = new List<int>();
        for (var i = 0; i < 15; i++)
        {
            answers.Add((await bot.Call("GET", $"conversations/{Uri.EscapeDataString(Maison.Tech)}/pagedmembers")).Status);
        }

        Assert.Equal((14, 1), (answers.Count(status => status == 200), answers.Count(status => status == 429)));
    }

    [Fact]
    public async Task A_tenant_takes_fifty_calls_in_a_second()
    {
        bot.Teams.Options = bot.Teams.Options with { Limits = TeamsLimits.Unpaced with { PerTenant = new TeamsLimits().PerTenant } };
        Assert.Equal((50, 1), await Sent(Maison.Tech, 51));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, 0), await Sent(Maison.Thanks, 1));
    }

    private static StringContent Body() => new(Text, System.Text.Encoding.UTF8, "application/json");

    /// <summary>Sends so many, at once or over two seconds, and counts what was taken and what was 429.</summary>
    private async Task<(int Taken, int Refused)> Sent(string conversation, int times, bool spread = false)
    {
        var answers = new List<int>();
        for (var i = 0; i < times; i++)
        {
            answers.Add((await bot.Send(conversation, Text)).Status);
            if (spread)
            {
                bot.Clock.Advance(TimeSpan.FromSeconds(2) / times);
            }
        }

        return (answers.Count(status => status == 201), answers.Count(status => status == 429));
    }
}
