namespace IntroBot.Tests.Processes;

/// <summary>A wrong setting stops the start, with its key and without a stack trace.</summary>
[Collection(Alone.Name)]
public sealed class WrongSettings
{
    [Theory]
    [InlineData("Slack:SigningSecret", "")]
    [InlineData("Slack:BotToken", "")]
    [InlineData("Keys:Master", "c2hvcnQ=")]
    [InlineData("PublicBaseUrl", "http://introbot.example.com/")]
    [InlineData("Proxies", "10.0.0.0/8; the-balancer")]
    [InlineData("Programme:File", "/nowhere/programme.yaml")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        await using var site = await Site.Open();
        site.Settings[key] = value;

        var (code, output) = await HostProcess.RunToEnd(site.Settings);

        Assert.Equal(2, code);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_on_the_same_file_is_refused_and_told_of_Azure_Tables()
    {
        await using var site = await Site.Open();
        using var first = await site.Host();

        var (code, output) = await HostProcess.RunToEnd(site.Settings);

        Assert.Equal(2, code);
        Assert.Contains("Azure Tables", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
