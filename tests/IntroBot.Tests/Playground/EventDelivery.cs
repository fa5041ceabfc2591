using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Playground;

public sealed class EventDelivery : IDisposable
{
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_failed_event_comes_again_at_once_then_after_one_minute_then_after_five()
    {
        bot.AnswersWith("", 500);
        var first = await bot.Slack.OpenHome(Demo.Emma);
        Assert.Equal("dispatch_failed (HTTP 500)", first.Why);
        await Deliveries(2);
        bot.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(2, bot.Received.Count);
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Deliveries(3);
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await Deliveries(4, over: true);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, bot.Received.Count);
        Assert.Equal([null, "1 http_error", "2 http_error", "3 http_error"], bot.Received.Select(received => Retry(received.Request)));
        Assert.Single(bot.Received.Select(received => (string?)JsonNode.Parse(received.Body)!["event_id"]).Distinct());
    }

    [Fact]
    public async Task A_late_answer_is_a_timeout_and_the_event_comes_again()
    {
        bot.Answers = async (_, cancellation) =>
        {
            if (bot.Received.Count == 1)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }

            return StubBot.Answer("");
        };
        var opening = bot.Slack.OpenHome(Demo.Emma);
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("operation_timeout", (await opening).Why);
        await Deliveries(2, over: true);
        Assert.Equal("1 http_timeout", Retry(bot.Received[1].Request));
    }

    [Fact]
    public async Task A_bot_that_is_away_gets_it_when_it_is_back()
    {
        bot.Answers = (_, _) => throw new HttpRequestException("refused");
        Assert.Equal("dispatch_failed", (await bot.Slack.OpenHome(Demo.Emma)).Why);
        await Deliveries(2);
        bot.AnswersWith("");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliveries(3, over: true);
        Assert.Equal("2 connection_failed", Retry(bot.Received[2].Request));
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, bot.Received.Count);
    }

    [Fact]
    public async Task A_refusal_that_asks_for_no_retry_gets_none()
    {
        bot.Answers = (_, _) =>
        {
            var answer = StubBot.Answer("", 500);
            answer.Headers.Add("x-slack-no-retry", "1");
            return Task.FromResult(answer);
        };
        await bot.Slack.OpenHome(Demo.Emma);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task Only_what_was_subscribed_to_arrives()
    {
        bot.Slack.Options = bot.Slack.Options with { Events = ["message.im"] };
        Assert.Null((await bot.Slack.OpenHome(Demo.Emma)).Request);
        Assert.Empty(bot.Received);
        Assert.True((await bot.Slack.Say(Demo.Emma, "D0EMMA", "hello")).Ok);
        Assert.Equal(("message", "im", "U0EMMA", "hello"), Spoken());
    }

    [Fact]
    public async Task A_mention_is_heard_only_where_the_bot_is()
    {
        await bot.Slack.Say(Demo.Omar, Demo.General, "<@U0INTRO> hello");
        await bot.Slack.Say(Demo.Omar, Demo.Tech, "hello");
        Assert.Empty(bot.Received);
        await bot.Slack.Say(Demo.Omar, Demo.Tech, "<@U0INTRO> hello");
        Assert.Equal(("app_mention", null, "U0OMAR", "<@U0INTRO> hello"), Spoken());
    }

    [Fact]
    public async Task Events_arrive_twice_or_in_another_order_on_request()
    {
        bot.Slack.Events.Double();
        await bot.Slack.Say(Demo.Emma, "D0EMMA", "twice");
        Assert.Equal(2, bot.Received.Count);
        Assert.Equal(bot.Received[0].Body, bot.Received[1].Body);
        bot.Slack.Events.Hold();
        await bot.Slack.Say(Demo.Emma, "D0EMMA", "first");
        await bot.Slack.Say(Demo.Emma, "D0EMMA", "second");
        Assert.Equal(2, bot.Received.Count);
        await bot.Slack.Events.Release(waiting => waiting.Reverse());
        Assert.Equal(["second", "first"], bot.Received.Skip(2).Select(received => (string?)JsonNode.Parse(received.Body)!["event"]!["text"]));
    }

    [Fact]
    public async Task An_event_needs_its_scope()
    {
        bot.Slack.Options = bot.Slack.Options with { Scopes = ["chat:write"] };
        Assert.Null((await bot.Slack.Say(Demo.Emma, "D0EMMA", "hello")).Request);
        Assert.Null((await bot.Slack.ChangeUser(Demo.Emma, person => person with { Locale = "en-US" })).Request);
        Assert.NotNull((await bot.Slack.Uninstall()).Request);
    }

    [Theory]
    [InlineData("c3", "text/plain", null)]
    [InlineData("""{"challenge":"c3"}""", "application/json", null)]
    [InlineData("ok", "text/plain", "challenge_failed")]
    public async Task The_address_is_verified_by_its_challenge(string answer, string type, string? why)
    {
        bot.AnswersWith(answer, type: type);
        Assert.Equal(why, (await bot.Slack.VerifyUrl("c3")).Why);
    }

    private (string?, string?, string?, string?) Spoken()
    {
        var spoken = bot.Heard["event"]!;
        return ((string?)spoken["type"], (string?)spoken["channel_type"], (string?)spoken["user"], (string?)spoken["text"]);
    }

    /// <summary>Waits until so many attempts are over, and the next one waits for its time unless the event is done with.</summary>
    private async Task Deliveries(int attempts, bool over = false)
    {
        await bot.Slack.Until(slack => slack.Calls.Count >= attempts && slack.Events.RetriesWaiting == (over ? 0 : 1));
        Assert.Equal(attempts, bot.Received.Count);
    }

    private static string? Retry(HttpRequestMessage request) => request.Headers.TryGetValues("x-slack-retry-num", out var number)
        ? $"{number.Single()} {request.Headers.GetValues("x-slack-retry-reason").Single()}"
        : null;
}
