using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>Who is where: members of a conversation, a team and its channels.</summary>
internal static class Rosters
{
    public static WireAnswer Members(Call call)
    {
        var place = call.Place();
        call.PacedRead(place.Thread);
        var limits = call.Options.Limits;
        var size = Number(call.Query("pageSize") ?? "200", "pageSize");
        if (size < limits.SmallestPage || size > limits.LargestPage)
        {
            throw Refusal.Argument($"pageSize is from {limits.SmallestPage} to {limits.LargestPage}.");
        }

        var from = call.Query("continuationToken") is { } token ? Offset(token, place) : 0;
        var all = place.Members.Order(StringComparer.Ordinal).Select(id => call.State.People[id]).ToArray();
        var page = all.Skip(from).Take(Math.Min(size, limits.ServedPage)).ToArray();
        var answer = new JsonObject { ["members"] = Json.List(page, person => Shown(person, "objectId")) };
        if (from + page.Length < all.Length)
        {
            answer["continuationToken"] = Token(from + page.Length, place);
        }

        return WireAnswer.Json(200, answer);
    }

    public static WireAnswer Member(Call call)
    {
        var place = call.Place();
        call.PacedRead(place.Thread);
        var asked = call["member"];
        var found = place.Members.Select(id => call.State.People[id]).FirstOrDefault(person =>
            person.Id == asked || person.ObjectId.Equals(asked, StringComparison.OrdinalIgnoreCase) || person.Upn.Equals(asked, StringComparison.OrdinalIgnoreCase));
        return found is null
            ? throw new Refusal(404, "MemberNotFoundInConversation", "The member was not found in the conversation.")
            : WireAnswer.Json(200, Shown(found, "aadObjectId"));
    }

    public static WireAnswer Team(Call call)
    {
        var team = Found(call);
        return WireAnswer.Json(200, new()
        {
            ["id"] = team.Id,
            ["name"] = team.Name,
            ["aadGroupId"] = team.GroupId,
            ["type"] = "standard",
            ["tenantId"] = team.TenantId,
            ["channelCount"] = call.State.Channels.Values.Count(channel => channel.TeamId == team.Id),
            ["memberCount"] = team.Members.Count,
        });
    }

    public static WireAnswer Channels(Call call)
    {
        var team = Found(call);
        var channels = call.State.Channels.Values.Where(channel => channel.TeamId == team.Id);
        return WireAnswer.Json(200, new()
        {
            ["conversations"] = Json.List(channels, channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.IsGeneral ? null : channel.Name, ["type"] = "standard" }),
        });
    }

    private static Team Found(Call call)
    {
        var place = call.Place(call["team"]);
        call.PacedRead(place.Thread);
        return call.State.Teams.GetValueOrDefault(call["team"]) ?? throw new Refusal(404, "ConversationNotFound", "There is no such team.");
    }

    private static JsonObject Shown(Member person, string objectIdName)
    {
        var names = person.Name.Split(' ', 2);
        return new()
        {
            ["id"] = person.Id,
            [objectIdName] = person.ObjectId,
            ["name"] = person.Name,
            ["givenName"] = names[0],
            ["surname"] = names[^1],
            ["email"] = person.Email,
            ["userPrincipalName"] = person.Upn,
            ["tenantId"] = person.TenantId,
            ["userRole"] = person.UserRole,
        };
    }

    private static int Number(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refusal.Argument($"{name} is no number.");

    private static string Token(int offset, Place place) => string.Create(CultureInfo.InvariantCulture, $"{offset}@{place.Thread}");

    private static int Offset(string token, Place place) =>
        token.EndsWith("@" + place.Thread, StringComparison.Ordinal) ? Number(token[..token.IndexOf('@', StringComparison.Ordinal)], "continuationToken") : throw Refusal.Argument("Unknown continuationToken.");
}
