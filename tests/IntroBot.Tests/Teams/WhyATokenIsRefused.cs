using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

/// <summary>What the log says to whoever looks for the cause of a 401; docs/connect-teams.md quotes it with the cure.</summary>
public sealed class WhyATokenIsRefused
{
    [Fact]
    public Task There_is_none() => Says("there is no token", static (_, _) => null);

    [Theory]
    [InlineData("aud", "11111111-2a34-40a1-b28a-b162d5f5327c", "it is meant for another app than Teams:AppId")]
    [InlineData("iss", "https://api.botframework.us", "it is not issued by the Connector of this cloud")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "it is not issued by the Connector of this cloud")]
    public Task It_is_somebody_elses(string claim, string value, string why) => Says(why, (issuer, now) =>
    {
        var claims = Issuer.Claims(now);
        claims[claim] = value;
        return issuer.Token(claims);
    });

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public Task It_is_of_another_hour(int hours) => Says("it is not in force at this machine's time", (issuer, now) => issuer.Good(now.AddHours(hours)));

    [Fact]
    public Task Its_key_is_not_published() => Says("it is signed with a key that the Connector does not publish", static (issuer, now) =>
    {
        using var key = new SigningKey("key-of-nobody", "msteams");
        return issuer.Token(Issuer.Claims(now), key);
    });

    [Fact]
    public Task Its_key_is_not_the_one_it_names() => Says("its signature does not hold", static (issuer, now) =>
    {
        using var key = new SigningKey("key-1", "msteams");
        return issuer.Token(Issuer.Claims(now), key);
    });

    private static async Task Says(string why, Func<Issuer, DateTimeOffset, string?> token)
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));

        using var answer = await app.Send(Samples.Says("hello").ToJsonString(), token(app.Issuer, app.Clock.GetUtcNow()));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains($"A token for /api/messages is refused: {why}", app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", app.Log.Text, StringComparison.Ordinal);
    }
}
