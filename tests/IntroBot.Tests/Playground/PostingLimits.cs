using System.Net;
using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Playground;

public sealed class PostingLimits : IDisposable
{
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_channel_takes_a_burst_of_three_then_one_a_second()
    {
        Assert.Equal("200 200 200 429", await Post("C0TECH", 4));
        Assert.Equal("200", await Post("C0RECRUIT", 1));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("200 429", await Post("C0TECH", 2));
        Assert.Equal(4, bot.Slack.Messages(Demo.Tech).Count);
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_back_and_then_it_is_true()
    {
        await Post("C0TECH", 3);
        using var refused = await bot.CallRaw("chat.postMessage", """{"channel":"C0TECH","text":"x"}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        bot.Clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        Assert.Equal("200", await Post("C0TECH", 1));
    }

    [Theory]
    [InlineData("users.list?limit=1", 20)]
    [InlineData("conversations.info?channel=C0TECH", 50)]
    [InlineData("users.info?user=U0LEA", 100)]
    public async Task Each_method_has_its_tier(string question, int perMinute)
    {
        for (var i = 0; i < perMinute; i++)
        {
            Assert.True((bool)(await bot.Ask(question))["ok"]!);
        }

        Assert.Equal("ratelimited", (string?)(await bot.Ask(question))["error"]);
        Assert.True((bool)(await bot.Ask("auth.test"))["ok"]!);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((bool)(await bot.Ask(question))["ok"]!);
    }

    [Fact]
    public async Task A_workspace_takes_three_hundred_posts_a_minute_whatever_the_channels()
    {
        using var many = new StubBot(StubBot.Wide with { Limits = new Limits { PostsPerChannelBurst = 1000 } });
        for (var i = 0; i < 300; i++)
        {
            Assert.True((bool)(await many.Call("chat.postMessage", """{"channel":"C0TECH","text":"x"}"""))["ok"]!);
        }

        Assert.Equal("ratelimited", (string?)(await many.Call("chat.postMessage", """{"channel":"C0KUDOS","text":"x"}"""))["error"]);
    }

    private async Task<string> Post(string channel, int times)
    {
        var statuses = new int[times];
        for (var i = 0; i < times; i++)
        {
            using var response = await bot.CallRaw("chat.postMessage", $$"""{"channel":"{{channel}}","text":"x"}""");
            statuses[i] = (int)response.StatusCode;
        }

        return string.Join(' ', statuses);
    }
}
