using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>A call in a few words for the log on screen: where it goes, not what it says.</summary>
internal static class Brief
{
    private static readonly string[] Telling = ["channel", "user", "user_id", "users", "email", "ts", "timestamp", "view_id", "trigger_id", "replace_original", "response_type"];

    public static string Of(string what, WireRequest request)
    {
        if (what == "response_url")
        {
            return request.Path;
        }

        var body = Json.Parse(request.Body) as JsonObject;
        var form = QueryHelpers.ParseQuery(body is null ? request.Query + "&" + request.Body : request.Query);
        var words = Telling.Select(name => body.Text(name) ?? (form.TryGetValue(name, out var value) ? value.ToString() : null));
        var view = body?["view"].Text("callback_id");
        return string.Join(' ', words.Append(view).Where(word => !string.IsNullOrEmpty(word)));
    }
}
