using System.Net;
using System.Text;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>Well-signed requests that make no sense: never a fault of the server.</summary>
public sealed class GarbageTests
{
    [Fact]
    public async Task Nonsense_of_any_kind_gets_an_answer_that_is_not_a_fault()
    {
        var count = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 4_000;
        const int seed = 7;
        var random = new Random(seed);
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(Samples.Says("ok")));
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < count; i++)
        {
            app.Log.Clear();
            var (path, body) = Garbage.Next(random, i);
            using var answer = await app.Send(path, body);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"#{i} {path} {status}: {Encoding.UTF8.GetString(body)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"promise 14, Slack in process: n={count}, seed={seed}, {string.Join(", ", statuses.Select(static status => $"{status.Key}: {status.Value}"))}");
    }

    [Theory]
    [InlineData("""{"type":"url_verification","challenge":"a","challenge":"b"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0ACME","event":{"type":"app_uninstalled","type":"message"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0ACME","event":{"type":"message","channel_type":"im","user":"U1","channel":"D1","ts":"1.1","text":"\ud800"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"\udc00","event":{"type":"message"}}""")]
    public async Task Doubled_names_and_torn_characters_are_bad_requests(string json)
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()));
        using var answer = await app.Event(json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task Bottomless_nesting_is_a_bad_request()
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()));
        foreach (var depth in new[] { 65, 100_000 })
        {
            var nested = $$"""{"type":"event_callback","event":{{new string('[', depth)}}{{new string(']', depth)}}}""";
            using var deep = await app.Event(nested);
            using var press = await app.Interaction(nested);
            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (deep.StatusCode, press.StatusCode));
        }
    }
}
