using System.Diagnostics;
using IntroBot.Slack.Receiving;

namespace IntroBot.Tests.Slack;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Ada &amp; Bob", "Ada & Bob")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("hi <@U012ABC|ada> there", "hi <@U012ABC> there")]
    [InlineData("hi <@W012ABC>", "hi <@W012ABC>")]
    [InlineData("<@U0BOT> introduce Ada", "introduce Ada")]
    [InlineData("in <#C123|general>", "in #general")]
    [InlineData("in <#C987|>", "in #C987")]
    [InlineData("<!channel> <!here> <!everyone>", "@channel @here @everyone")]
    [InlineData("<!subteam^S123|@team> and <!date^1392734382^{date}|Feb 18>", "@team and Feb 18")]
    [InlineData("<mailto:ada@x.test|ada@x.test>", "ada@x.test")]
    [InlineData("<mailto:ada@x.test|write to her>", "write to her ada@x.test")]
    [InlineData("<tel:+33612345678|06 12 34 56 78>", "06 12 34 56 78")]
    [InlineData("<tel:0612345678|0612345678>", "0612345678")]
    [InlineData("<http://example.test|example.test>", "example.test")]
    [InlineData("<https://example.test/in/ada?a=1&amp;b=2>", "https://example.test/in/ada?a=1&b=2")]
    [InlineData("<https://evil.test|https://good.test>", "https://good.test https://evil.test")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("<", "<")]
    [InlineData("<>", "")]
    [InlineData(null, "")]
    public void Slacks_encoding_becomes_what_was_typed(string? sent, string plain) => Assert.Equal(plain, SlackText.Decode(sent, "U0BOT"));

    [Theory]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("<@U")]
    [InlineData("&amp")]
    [InlineData("<<>")]
    public void Decoding_takes_time_in_proportion(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();
        SlackText.Decode(text);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }
}
