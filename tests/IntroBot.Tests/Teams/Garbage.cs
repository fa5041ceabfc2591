using System.Globalization;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Teams;

/// <summary>Activities that are almost right: some of their values are of another kind, or odd texts.</summary>
internal static class Garbage
{
    /// <summary>The JSON of an activity.</summary>
    public static string Next(Random random)
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

    private static JsonNode? Odd(Random random) => random.Next(11) switch
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
        9 => random.GetItems(Slack.Garbage.Odd, 1)[0],
        _ => Samples.Data("hired", Samples.Introduction, ("confirm", "Sure?"), ("nonce", "n")),
    };

    private static string Id(Random random) => random.Next().ToString(CultureInfo.InvariantCulture);
}
