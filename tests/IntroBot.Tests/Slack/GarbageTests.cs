using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>Well-signed requests that make no sense: never a fault of the server.</summary>
public sealed class GarbageTests
{
    private static readonly string[] Nonsense =
    [
        "", " ", "null", "true", "0", "\"x\"", "[]", "{}", "[[[[", "{\"type\":", "{\"type\":null}", "{\"type\":5}", "{\"type\":\"block_actions\"}", "{\"type\":\"view_submission\",\"view\":null}",
        "{\"type\":\"event_callback\"}", "{\"type\":\"event_callback\",\"event\":null}", "{\"type\":\"event_callback\",\"event\":[]}", "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event\":{\"type\":\"message\"}}",
        "{\"type\":\"url_verification\"}", "{\"type\":\"url_verification\",\"challenge\":5}", "{\"type\":\"shortcut\",\"type\":\"shortcut\"}", "\ufeff{}", "\0", "%", "%zz", "a=b", "payload", "payload=", "payload=%7B", "payload={}&payload={}",
        "payload=%7B%22type%22%3A%22%5Cud800%22%7D", "command=&team_id=", "command=%2Fintroduce", "command=%2Fintroduce&command=%2Fintros&team_id=T&user_id=U&trigger_id=1", "&&&&", "====", "+++", "{\"type\":\"\ud83d\"}",
    ];

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
            var (path, body) = Garbage(random, i);
            using var answer = await app.Send(path, body);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"#{i} {path} {status}: {Encoding.UTF8.GetString(body)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"n={count}, seed={seed}, {string.Join(", ", statuses.Select(static status => $"{status.Key}: {status.Value}"))}");
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

    private static (string Path, byte[] Body) Garbage(Random random, int i)
    {
        var path = random.GetItems(["/slack/commands", "/slack/interactions", "/slack/events"], 1)[0];
        return (i % 4) switch
        {
            0 => (path, Encoding.UTF8.GetBytes(random.GetItems(Nonsense, 1)[0])),
            1 => (path, Bytes(random)),
            2 => Bent(random),
            _ => Torn(random),
        };
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A good payload with one value replaced by one of another kind, or left out.</summary>
    private static (string Path, byte[] Body) Bent(Random random)
    {
        var (path, json) = Sample(random);
        var places = Places(json).ToList();
        var (parent, name) = places[random.Next(places.Count)];
        JsonNode? other = random.Next(7) switch { 0 => null, 1 => JsonValue.Create(5), 2 => JsonValue.Create("x"), 3 => new JsonArray(), 4 => new JsonObject(), 5 => JsonValue.Create(true), _ => JsonValue.Create(new string('\u00e9', 3000)) };
        if (random.Next(5) == 0)
        {
            parent.Remove(name);
        }
        else
        {
            parent[name] = other;
        }

        return (path, Sent(path, json.ToJsonString()));
    }

    /// <summary>A good payload with bytes overwritten, cut or doubled.</summary>
    private static (string Path, byte[] Body) Torn(Random random)
    {
        var (path, json) = Sample(random);
        var text = new StringBuilder(json.ToJsonString());
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Length - 1);
            text = random.Next(3) switch
            {
                0 => text.Replace(text[at], (char)random.Next(1, 0xd7ff), at, 1),
                1 => new StringBuilder(text.ToString(0, at + 1)),
                _ => text.Insert(at, random.GetItems(["\"", "{", "}", "[", "\\ud800", "\\u0000", ",", ":", "<", "&lt"], 1)[0]),
            };
            if (text.Length < 2)
            {
                break;
            }
        }

        return (path, Sent(path, text.ToString()));
    }

    private static (string Path, JsonObject Json) Sample(Random random) => random.Next(8) switch
    {
        0 => ("/slack/interactions", Samples.Press("claim")),
        1 => ("/slack/interactions", Samples.Chosen("pass:" + Samples.Introduction)),
        2 => ("/slack/interactions", Samples.Submission("introduce")),
        3 => ("/slack/interactions", Samples.Change("introduce")),
        4 => ("/slack/interactions", Samples.Shortcut("introduce")),
        5 => ("/slack/interactions", Samples.MessageAction("introduce_from_message", "hi")),
        6 => ("/slack/events", Samples.Message("hello")),
        _ => ("/slack/events", Samples.Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}""")),
    };

    private static byte[] Sent(string path, string json) => path == "/slack/events" ? Encoding.UTF8.GetBytes(json) : SlackApp.Form([("payload", json)]);

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(pair => Places(pair.Value).Prepend((json, pair.Key))),
        JsonArray array => array.SelectMany(Places),
        _ => [],
    };
}
