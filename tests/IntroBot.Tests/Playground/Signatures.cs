using System.Text;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Tests.Playground;

public sealed class Signatures
{
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner" +
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN" +
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void The_documented_request_gets_the_documented_signature() =>
        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            Signing.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public async Task Everything_sent_to_the_bot_is_signed_over_its_raw_bytes_at_the_clocks_time()
    {
        using var bot = new StubBot();
        await bot.Slack.Command(Demo.Emma, Demo.General, "/introduce", "Élodie & Søren <x>");
        var (path, body, request) = bot.Received.Single();
        var timestamp = request.Headers.GetValues("X-Slack-Request-Timestamp").Single();
        Assert.Equal("/slack/commands", path);
        Assert.Equal(bot.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(Signing.Sign(bot.Slack.Options.SigningSecret, timestamp, Encoding.UTF8.GetBytes(body)), request.Headers.GetValues("X-Slack-Signature").Single());
    }

    [Fact]
    public async Task A_request_sent_again_is_the_same_to_the_byte()
    {
        using var bot = new StubBot();
        var first = await bot.Slack.Command(Demo.Emma, Demo.General, "/intros", "mine");
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.Slack.Again(first.Request!);
        Assert.Equal(bot.Received[0].Body, bot.Received[1].Body);
        Assert.Equal(bot.Received[0].Request.Headers.GetValues("X-Slack-Signature"), bot.Received[1].Request.Headers.GetValues("X-Slack-Signature"));
    }
}
