using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Slack;

/// <summary>Bodies that make no sense to Slack's endpoints: texts that are nothing, bytes, good payloads bent or torn.</summary>
internal static class Garbage
{
    /// <summary>Texts that are hard on whoever shows or stores them.</summary>
    public static readonly string[] Odd =
    [
        "x", "", " ", "\u0000", "\u202e\u2066", "\ufffe", "e\u0301\u0302\u0303\u0304", "👩‍👩‍👧‍👦", "漢字مرحبا", "<!channel> <@U0LEA>", "<script>alert(1)</script>", "' OR 1=1 --", "{{7*7}}", "=cmd|'/c calc'!A0", "../../etc/passwd", "%00", "\r\nSet-Cookie: a=b",
        "\u2028\u2029\u001b[31m", "7k3f9x0000000000000000abcd", "claim:7k3f9x0000000000000000abcd", "INT-7K3F2Q", new string('\u0301', 500), new string('a', 20_000),
    ];

    private static readonly string[] Nonsense =
    [
        "", " ", "null", "true", "0", "\"x\"", "[]", "{}", "[[[[", "{\"type\":", "{\"type\":null}", "{\"type\":5}", "{\"type\":\"block_actions\"}", "{\"type\":\"view_submission\",\"view\":null}",
        "{\"type\":\"event_callback\"}", "{\"type\":\"event_callback\",\"event\":null}", "{\"type\":\"event_callback\",\"event\":[]}", "{\"type\":\"event_callback\",\"team_id\":\"T\",\"event\":{\"type\":\"message\"}}",
        "{\"type\":\"url_verification\"}", "{\"type\":\"url_verification\",\"challenge\":5}", "{\"type\":\"shortcut\",\"type\":\"shortcut\"}", "\ufeff{}", "\0", "%", "%zz", "a=b", "payload", "payload=", "payload=%7B", "payload={}&payload={}",
        "payload=%7B%22type%22%3A%22%5Cud800%22%7D", "command=&team_id=", "command=%2Fintroduce", "command=%2Fintroduce&command=%2Fintros&team_id=T&user_id=U&trigger_id=1", "&&&&", "====", "+++", "{\"type\":\"\ud83d\"}",
    ];

    /// <summary>A path and a body; <paramref name="told"/> puts other people and places into a payload's text.</summary>
    public static (string Path, byte[] Body) Next(Random random, int i, Func<string, string>? told = null)
    {
        var path = random.GetItems(["/slack/commands", "/slack/interactions", "/slack/events"], 1)[0];
        return (i % 4) switch
        {
            0 => (path, Encoding.UTF8.GetBytes(random.GetItems(Nonsense, 1)[0])),
            1 => (path, Bytes(random)),
            2 => Bent(random, told),
            _ => Torn(random, told),
        };
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A good payload with one value replaced by one of another kind, or left out.</summary>
    private static (string Path, byte[] Body) Bent(Random random, Func<string, string>? told)
    {
        var (path, json) = Sample(random);
        var places = Places(json).ToList();
        var (parent, name) = places[random.Next(places.Count)];
        JsonNode? other = random.Next(7) switch { 0 => null, 1 => JsonValue.Create(5), 2 => JsonValue.Create(random.GetItems(Odd, 1)[0]), 3 => new JsonArray(), 4 => new JsonObject(), 5 => JsonValue.Create(true), _ => JsonValue.Create(new string('\u00e9', 3000)) };
        if (random.Next(5) == 0)
        {
            parent.Remove(name);
        }
        else
        {
            parent[name] = other;
        }

        return (path, Sent(path, Told(json, told)));
    }

    /// <summary>A good payload with bytes overwritten, cut or doubled.</summary>
    private static (string Path, byte[] Body) Torn(Random random, Func<string, string>? told)
    {
        var (path, json) = Sample(random);
        var text = new StringBuilder(Told(json, told));
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

    private static string Told(JsonObject json, Func<string, string>? told) => told?.Invoke(json.ToJsonString()) ?? json.ToJsonString();

    private static byte[] Sent(string path, string json) => path == "/slack/events" ? Encoding.UTF8.GetBytes(json) : SlackApp.Form([("payload", json)]);

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(pair => Places(pair.Value).Prepend((json, pair.Key))),
        JsonArray array => array.SelectMany(Places),
        _ => [],
    };
}
