using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The users.* methods.</summary>
internal static class Users
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("users.info", Tier.Four, "users:read", ["user"], ["include_locale"], Info) { TakesJson = false },
        new("users.list", Tier.Two, "users:read", [], ["limit", "cursor", "include_locale", "team_id"], List) { TakesJson = false },
        new("users.lookupByEmail", Tier.Three, "users:read.email", ["email"], [], LookupByEmail) { TakesJson = false },
    ];

    private static JsonObject Info(Call call)
    {
        var person = call.Known(call.Text("user")) ?? throw new Refusal("user_not_found");
        return Answer(call, person);
    }

    private static JsonObject List(Call call)
    {
        if (!call.Args.Has("limit"))
        {
            throw new Refusal("limit_required");
        }

        var people = call.World.People.Values.Where(person => call.Known(person.Id) is not null).OrderBy(person => person.Id, StringComparer.Ordinal);
        return Page.Of(call, "members", [.. people], person => Happened.User(call.World, person, call.Args.Flag("include_locale")));
    }

    private static JsonObject LookupByEmail(Call call)
    {
        var person = call.World.People.Values.FirstOrDefault(person =>
            person.TeamId == call.TeamId && !person.Deleted && !person.IsBot && string.Equals(person.Email, call.Text("email"), StringComparison.OrdinalIgnoreCase));
        return Answer(call, person ?? throw new Refusal("users_not_found"));
    }

    private static JsonObject Answer(Call call, Person person)
    {
        var answer = Call.Ok();
        answer["user"] = Happened.User(call.World, person, call.Args.Flag("include_locale"));
        return answer;
    }
}
