using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>A page of a long answer, by <c>limit</c> (1..999, 100 when left out) and <c>cursor</c>.</summary>
internal static class Page
{
    /// <exception cref="Refusal">invalid_limit, invalid_cursor.</exception>
    public static JsonObject Of<T>(Call call, string name, IReadOnlyList<T> all, Func<T, JsonNode> shown)
    {
        var limit = 100;
        if (call.Args.Has("limit") && !(int.TryParse(call.Text("limit"), CultureInfo.InvariantCulture, out limit) && limit is > 0 and < 1000))
        {
            throw new Refusal("invalid_limit");
        }

        var from = Start(call.Text("cursor"));
        var answer = Call.Ok();
        answer[name] = new JsonArray([.. all.Skip(from).Take(limit).Select(shown)]);
        var next = from + limit < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"next:{from + limit}")) : "";
        answer["response_metadata"] = new JsonObject { ["next_cursor"] = next };
        return answer;
    }

    private static int Start(string cursor)
    {
        if (cursor.Length == 0)
        {
            return 0;
        }

        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var count)
            && Encoding.ASCII.GetString(bytes, 0, count).Split(':') is ["next", var number]
            && int.TryParse(number, CultureInfo.InvariantCulture, out var from)
            ? from
            : throw new Refusal("invalid_cursor");
    }
}
