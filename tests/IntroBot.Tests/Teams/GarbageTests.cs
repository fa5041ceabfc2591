using System.Net;
using System.Text.Json.Nodes;
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
        var n = Environment.GetEnvironmentVariable("PROVE") == "1" ? 20_000 : 2_000;
        const int seed = 7;
        var random = new Random(seed);
        var counts = new SortedDictionary<int, int>();
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        for (var i = 0; i < n; i++)
        {
            using var answer = await app.Passing(app.Send(Mangled(random), token));
            counts[(int)answer.StatusCode] = counts.GetValueOrDefault((int)answer.StatusCode) + 1;
            if (i % 1_000 == 0)
            {
                app.Clock.Advance(TimeSpan.FromSeconds(40));
                token = app.Issuer.Good(app.Clock.GetUtcNow());
            }
        }

        Output?.WriteLine($"n={n} seed={seed} {string.Join(' ', counts.Select(static pair => $"{pair.Key}:{pair.Value}"))}");
        Assert.All(counts.Keys, static status => Assert.True(status is 200 or 400 or 403 or 501, $"status {status}"));
    }

    private static string Mangled(Random random)
    {
        JsonObject[] activities =
        [
            Samples.Says("hello", Id(random)), Samples.Mentions("hello"), Samples.Press("claim", id: Id(random)), Samples.Fetch("pass", id: Id(random)),
            Samples.Submit("introduce", null, Id(random), ("nonce", Id(random)), ("contact", "Ada")), Samples.Installed(), Samples.Activity("conversationUpdate", id: Id(random)).With("membersAdded", new JsonArray(new JsonObject { ["id"] = Samples.Bot })),
            Samples.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "introduce", ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = "x" } } }, id: Id(random)),
            Samples.Invoke("composeExtension/submitAction", new JsonObject { ["data"] = Samples.Data("introduce", null) }, id: Id(random)), Samples.Invoke("composeExtension/query", new JsonObject(), id: Id(random)),
        ];
        var activity = activities[random.Next(activities.Length)];
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            Mangle(activity, random);
        }

        return activity.ToJsonString();
    }

    private static void Mangle(JsonObject json, Random random)
    {
        var names = json.Select(static pair => pair.Key).ToList();
        if (names.Count == 0)
        {
            return;
        }

        var name = names[random.Next(names.Count)];
        if (json[name] is JsonObject inner && random.Next(3) > 0)
        {
            Mangle(inner, random);
        }
        else
        {
            json[name] = Odd(random);
        }
    }

    private static JsonNode? Odd(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => "",
        2 => 7,
        3 => true,
        4 => new JsonArray(1, "x", null, new JsonObject()),
        5 => new JsonObject { ["id"] = "x", ["type"] = 7 },
        6 => "\u0000\u202e<at>x</at> [x](http://x)",
        7 => new string('é', 5_000),
        8 => "msteams",
        _ => Samples.Data("hired", Samples.Introduction, ("confirm", "Sure?"), ("nonce", "n")),
    };

    private static string Id(Random random) => random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Task<TeamsApp> Quiet() => TeamsApp.Start(Samples.Answers(new Answer.Done()));
}
