using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Playground;

public sealed class ResponseUrlAnswers : IDisposable
{
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Five_answers_and_no_sixth()
    {
        var url = await FromCommand();
        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal((200, "ok"), await bot.Respond(url, $$"""{"text":"answer {{i}}"}"""));
        }

        Assert.Equal((404, "used_url"), await bot.Respond(url, """{"text":"answer 6"}"""));
        Assert.Equal(["answer 1", "answer 2", "answer 3", "answer 4", "answer 5"], bot.Slack.Ephemerals(Demo.Emma).Select(message => message.Shown));
    }

    [Theory]
    [InlineData(1800, 200)]
    [InlineData(1801, 404)]
    public async Task It_lasts_half_an_hour(int seconds, int status)
    {
        var url = await FromCommand();
        bot.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(status, (await bot.Respond(url, """{"text":"x"}""")).Status);
    }

    [Fact]
    public async Task It_speaks_to_the_channel_only_when_told_to()
    {
        var url = await FromCommand();
        await bot.Respond(url, """{"text":"for all","response_type":"in_channel"}""");
        Assert.Equal("for all", bot.Slack.Messages(Demo.General)[^1].Shown);
        Assert.Empty(bot.Slack.Ephemerals(Demo.Emma));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"text":"x","response_type":"public"}""")]
    [InlineData("""{"text":"x","channel":"C0TECH"}""")]
    [InlineData("""{"blocks":[{"type":"oops"}]}""")]
    [InlineData("""{"delete_original":true,"text":"x"}""")]
    public async Task A_wrong_answer_is_refused_and_does_not_count(string body)
    {
        var url = await FromCommand();
        Assert.Equal(400, (await bot.Respond(url, body)).Status);
        Assert.Equal(0, bot.Slack.Read(world => world.ResponseUrls.Values.Single().Uses));
    }

    [Fact]
    public async Task An_ephemeral_message_is_replaced_and_deleted_through_a_press_on_it()
    {
        await bot.Respond(await FromCommand(), """{"text":"x","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"again","text":{"type":"plain_text","text":"Again"}}]}]}""");
        var shown = bot.Slack.Ephemerals(Demo.Emma)[0];
        await bot.Slack.Press(Demo.Emma, shown, "again");
        Assert.True((bool)bot.Heard["container"]!["is_ephemeral"]!);
        Assert.Null(bot.Heard["message"]);
        var url = (string)bot.Heard["response_url"]!;
        Assert.Equal(400, (await bot.Respond(url, """{"text":"x","replace_original":true,"response_type":"in_channel"}""")).Status);
        await bot.Respond(url, """{"text":"done","replace_original":true}""");
        Assert.Equal((shown.Ts, "done"), (bot.Slack.Ephemerals(Demo.Emma).Single().Ts, bot.Slack.Ephemerals(Demo.Emma).Single().Shown));
        await bot.Respond(url, """{"delete_original":true}""");
        Assert.Empty(bot.Slack.Ephemerals(Demo.Emma));
        Assert.Equal("no_such_control", (await bot.Slack.Press(Demo.Emma, bot.Slack.Messages(Demo.General)[0], "again")).Why);
        Assert.Equal("message_not_found", (await bot.Slack.Press(Demo.Emma, shown, "again")).Why);
    }

    private async Task<string> FromCommand()
    {
        await bot.Slack.Command(Demo.Emma, Demo.General, "/intros");
        return (string)bot.Heard["response_url"]!;
    }
}
