using IntroBot.Conversation;
using Microsoft.Extensions.Options;

namespace IntroBot.Tests.Slack;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Slack:SigningSecret", "")]
    [InlineData("Slack:SigningSecret", "   ")]
    [InlineData("Slack:BotToken", "")]
    [InlineData("Slack:BotToken", "xoxb-")]
    [InlineData("Slack:BotToken", "xoxp-user")]
    [InlineData("Slack:BotToken", "xoxb-a\nb")]
    [InlineData("Slack:ApiBaseUrl", "")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com/api")]
    [InlineData("Slack:ApiBaseUrl", "http://slack.com/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://user@slack.com/api/")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com/")]
    [InlineData("Slack:PreviousSigningSecret", " ")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_is_named(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start((key, value)));
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack:ApiBaseUrl", "http://127.0.0.1:5000/slack/api/")]
    [InlineData("Slack:ApiBaseUrl", "https://slack-gov.com/api/")]
    [InlineData("Slack:BotToken", "xoxe.xoxb-1-abc")]
    public async Task Settings_that_can_work_start(string key, string value)
    {
        await using var app = await Start((key, value));
    }

    private static Task<SlackApp> Start(params (string, string)[] settings) =>
        SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()), settings);
}
