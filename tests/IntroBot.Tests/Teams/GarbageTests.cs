using System.Net;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

public sealed class GarbageTests
{
    private static ITestOutputHelper? Output => TestContext.Current.TestOutputHelper;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"type\":\"message\",\"from\":[]}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    [InlineData("\ufeff{\"type\":\"message\"}")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("// {}")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        await using var app = await Quiet();
        using var answer = await app.Send(body, app.Issuer.Good(app.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task Too_deep_and_too_large_is_refused()
    {
        await using var app = await Quiet();
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        using var deep = await app.Send($$"""{"type":"message","value":{{string.Concat(Enumerable.Repeat("[", 100))}}{{string.Concat(Enumerable.Repeat("]", 100))}}}""", token);
        using var large = await app.Send(Samples.Says(new string('x', 1024 * 1024)).ToJsonString(), token);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (deep.StatusCode, large.StatusCode));
    }

    [Fact]
    public async Task A_large_message_within_the_limit_is_heard()
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Says(new string('x', 900 * 1024)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task No_shape_of_activity_makes_the_bot_fail()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("hello")));
        var n = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 2_000;
        const int seed = 7;
        var random = new Random(seed);
        var counts = new SortedDictionary<int, int>();
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        for (var i = 0; i < n; i++)
        {
            using var answer = await app.Passing(app.Send(Garbage.Next(random), token));
            counts[(int)answer.StatusCode] = counts.GetValueOrDefault((int)answer.StatusCode) + 1;
            if (i % 1_000 == 0)
            {
                app.Clock.Advance(TimeSpan.FromSeconds(40));
                token = app.Issuer.Good(app.Clock.GetUtcNow());
            }
        }

        Output?.WriteLine($"promise 14, Teams in process: n={n} seed={seed} {string.Join(' ', counts.Select(static pair => $"{pair.Key}:{pair.Value}"))}");
        Assert.All(counts.Keys, static status => Assert.True(status is 200 or 400 or 403 or 501, $"status {status}"));
    }

    private static Task<TeamsApp> Quiet() => TeamsApp.Start(Samples.Answers(new Answer.Done()));
}
