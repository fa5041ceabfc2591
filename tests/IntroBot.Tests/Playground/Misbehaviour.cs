using System.Net;
using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Playground;

public sealed class Misbehaviour : IDisposable
{
    private const string Hello = """{"channel":"C0TECH","text":"hello"}""";
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task An_answer_is_lost_after_the_post_was_accepted()
    {
        bot.Slack.Faults.Next("chat.postMessage", Fault.LoseAnswer);
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.CallRaw("chat.postMessage", Hello));
        Assert.Single(bot.Slack.Messages(Demo.Tech));
        Assert.Equal((false, true, "fault: connection lost"), (bot.Slack.Calls[^1].Ok, bot.Slack.Calls[^1].Accepted, bot.Slack.Calls[^1].Error));
        Assert.True((bool)(await bot.Call("chat.postMessage", Hello))["ok"]!);
    }

    [Fact]
    public async Task A_request_is_lost_before_it_was_accepted()
    {
        bot.Slack.Faults.Next("chat.postMessage", Fault.LoseRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.CallRaw("chat.postMessage", Hello));
        Assert.Empty(bot.Slack.Messages(Demo.Tech));
    }

    [Theory]
    [InlineData(500, false, 0)]
    [InlineData(503, false, 0)]
    [InlineData(500, true, 1)]
    public async Task A_status_comes_before_or_after_accepting(int status, bool accepted, int posted)
    {
        bot.Slack.Faults.Next("chat.postMessage", accepted ? Fault.StatusAfterAccepting(status) : Fault.Status(status));
        using var response = await bot.CallRaw("chat.postMessage", Hello);
        Assert.Equal((status, posted), ((int)response.StatusCode, bot.Slack.Messages(Demo.Tech).Count));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task An_error_comes_before_or_after_accepting(bool accepted, int posted)
    {
        bot.Slack.Faults.Next("chat.postMessage", accepted ? Fault.ErrorAfterAccepting("fatal_error") : Fault.Error("internal_error"), times: 1);
        Assert.Equal(accepted ? "fatal_error" : "internal_error", (string?)(await bot.Call("chat.postMessage", Hello))["error"]);
        Assert.Equal(posted, bot.Slack.Messages(Demo.Tech).Count);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Too_many_requests_with_or_without_a_time_to_wait(int? seconds)
    {
        bot.Slack.Faults.Next("views.open", Fault.RateLimited(seconds));
        using var response = await bot.CallRaw("views.open", "{}");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(seconds, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Fact]
    public async Task A_slow_call_has_taken_effect_long_before_its_answer()
    {
        bot.Slack.Faults.Next("chat.postMessage", Fault.Slow(TimeSpan.FromSeconds(20)));
        var posting = bot.Call("chat.postMessage", Hello);
        Assert.Single(bot.Slack.Messages(Demo.Tech));
        Assert.False(posting.IsCompleted);
        bot.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True((bool)(await posting)["ok"]!);
    }

    [Fact]
    public async Task A_call_given_up_before_it_was_accepted_has_no_effect()
    {
        bot.Slack.Faults.Next("chat.postMessage", Fault.SlowToAccept(TimeSpan.FromSeconds(20)));
        using var patience = new CancellationTokenSource();
        var posting = bot.Slack.Receive(new("POST", "api/chat.postMessage", "", "Bearer xoxb-playground", "application/json", Hello), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(bot.Slack.Messages(Demo.Tech));
    }

    [Fact]
    public async Task Faults_can_be_decided_call_by_call()
    {
        bot.Slack.Faults.Decide = (method, request) => request.Body.Contains("C0TECH", StringComparison.Ordinal) ? Fault.Status(503) : null;
        using var tech = await bot.CallRaw("chat.postMessage", Hello);
        Assert.Equal(503, (int)tech.StatusCode);
        Assert.True((bool)(await bot.Call("chat.postMessage", """{"channel":"C0RECRUIT","text":"x"}"""))["ok"]!);
    }

    [Fact]
    public async Task The_bots_own_answer_is_lost_after_it_worked_or_its_work_never_asked_for()
    {
        bot.Slack.Faults.Next("slack/commands", Fault.LoseAnswer);
        bot.Slack.Faults.Next("slack/commands", Fault.LoseRequest);
        Assert.Equal("operation_timeout", (await bot.Slack.Command(Demo.Emma, Demo.General, "/intros")).Why);
        Assert.Equal("dispatch_failed", (await bot.Slack.Command(Demo.Emma, Demo.General, "/intros")).Why);
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task What_breaks_at_the_bots_end_stands_in_the_log()
    {
        bot.Answers = (_, _) => throw new InvalidOperationException("the bot fell over");
        Assert.Equal("dispatch_failed", (await bot.Slack.Command(Demo.Emma, Demo.General, "/intros")).Why);
        Assert.Equal("dispatch_failed InvalidOperationException: the bot fell over", bot.Slack.Calls[^1].Error);
    }

    [Fact]
    public async Task A_response_url_fails_too()
    {
        await bot.Slack.Command(Demo.Emma, Demo.General, "/intros");
        bot.Slack.Faults.Next("response_url", Fault.Status(500));
        Assert.Equal(500, (await bot.Respond((string)bot.Heard["response_url"]!, """{"text":"x"}""")).Status);
        Assert.Empty(bot.Slack.Ephemerals(Demo.Emma));
    }
}
