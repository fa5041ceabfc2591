using IntroBot.Playground.Teams;

namespace IntroBot.Tests.Playground;

/// <summary>How the Connector fails on request, and what had happened by then.</summary>
public sealed class TeamsMishaps : IDisposable
{
    private const string Text = """{"type":"message","text":"x"}""";
    private readonly TeamsStubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task An_answer_is_lost_and_the_message_stands_there()
    {
        bot.Teams.Mishaps.Next("send", Mishap.LoseAnswer);
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.Send(Maison.Tech, Text));
        Assert.Single(bot.Teams.Posts(Maison.Tech));
        Assert.Equal((false, true), bot.Teams.Exchanges[^1] is var lost ? (lost.Ok, lost.Accepted) : default);
    }

    [Theory]
    [InlineData(502, true, 1)]
    [InlineData(502, false, 0)]
    [InlineData(503, false, 0)]
    public async Task A_gateway_fails_after_delivery_or_before(int status, bool accepts, int delivered)
    {
        bot.Teams.Mishaps.Next("send", accepts ? Mishap.StatusAfterAccepting(status) : Mishap.Status(status));
        Assert.Equal(status, (await bot.Send(Maison.Tech, Text)).Status);
        Assert.Equal(delivered, bot.Teams.Posts(Maison.Tech).Count);
        Assert.Equal(201, (await bot.Send(Maison.Tech, Text)).Status);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task It_asks_for_patience_with_or_without_saying_how_long(int? seconds)
    {
        bot.Teams.Mishaps.Next("send", Mishap.Throttled(seconds));
        using var body = new StringContent(Text, System.Text.Encoding.UTF8, "application/json");
        using var answer = await bot.Api.PostAsync(new Uri($"v3/conversations/{Uri.EscapeDataString(Maison.Tech)}/activities", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal((429, seconds), ((int)answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds));
        Assert.Empty(bot.Teams.Posts(Maison.Tech));
    }

    [Fact]
    public async Task Writes_conflict_each_kind_of_call_has_its_own_mishaps_and_each_is_used_once()
    {
        bot.Teams.Mishaps.Next("update", Mishap.Conflict);
        var post = await bot.Posted(Maison.Tech);
        var own = $"conversations/{Uri.EscapeDataString(post.Conversation)}/activities/{post.Id}";
        Assert.Equal((412, "PreconditionFailed"), await bot.Call("PUT", own, Text) is var (status, code, _) ? (status, code) : default);
        Assert.NotNull(bot.Teams.Posts(Maison.Tech)[0].Card);
        Assert.Equal(200, (await bot.Call("PUT", own, Text)).Status);
    }

    [Fact]
    public async Task It_is_slow_by_the_clock()
    {
        bot.Teams.Mishaps.Next("send", Mishap.Slow(TimeSpan.FromSeconds(3)));
        var sending = bot.Send(Maison.Tech, Text);
        Assert.Single(bot.Teams.Posts(Maison.Tech));
        Assert.False(sending.IsCompleted);
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(201, (await sending).Status);
        bot.Teams.Mishaps.Next("send", Mishap.SlowToAccept(TimeSpan.FromSeconds(3)));
        sending = bot.Send(Maison.Tech, Text);
        Assert.Single(bot.Teams.Posts(Maison.Tech));
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(201, (await sending).Status);
    }

    [Fact]
    public async Task A_test_may_decide_call_by_call()
    {
        bot.Teams.Mishaps.Decide = (operation, request) => operation == "send" && request.Body.Contains("odd", StringComparison.Ordinal) ? Mishap.Error(403, "NotEnoughPermissions") : null;
        Assert.Equal(201, (await bot.Send(Maison.Tech, Text)).Status);
        Assert.Equal((403, "NotEnoughPermissions"), await bot.Send(Maison.Tech, """{"type":"message","text":"odd"}""") is var (status, code, _) ? (status, code) : default);
    }

    [Fact]
    public async Task A_call_to_anywhere_else_is_one_nobody_expected() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Api.GetAsync(new Uri("https://graph.microsoft.com/"), TestContext.Current.CancellationToken));
}
