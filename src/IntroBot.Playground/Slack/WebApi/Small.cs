using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>Methods that stand alone: auth.test and reactions.add.</summary>
internal static class Small
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("auth.test", Tier.Special, null, [], [], AuthTest),
        new("reactions.add", Tier.Three, "reactions:write", ["channel", "timestamp", "name"], [], AddReaction),
    ];

    private static JsonObject AuthTest(Call call)
    {
        var team = call.World.Teams[call.TeamId];
        var answer = Call.Ok();
        answer["url"] = $"https://{team.Domain}.slack.com/";
        answer["team"] = team.Name;
        answer["user"] = call.World.Options.BotName.ToLowerInvariant();
        answer["team_id"] = team.Id;
        answer["user_id"] = call.Bot;
        answer["bot_id"] = call.World.Options.BotId;
        answer["is_enterprise_install"] = false;
        return answer;
    }

    private static JsonObject AddReaction(Call call)
    {
        var channel = call.VisibleChannel();
        if (!call.World.TryMessage(channel.Id, call.Text("timestamp"), out var message) || message.EphemeralTo is not null)
        {
            throw new Refusal("message_not_found");
        }

        var name = call.Text("name").Trim(':');
        var there = message.Reactions.FirstOrDefault(reaction => reaction.Name == name) ?? new(name, []);
        if (there.Users.Contains(call.Bot))
        {
            throw new Refusal("already_reacted");
        }

        call.World.Replace(message with { Reactions = [.. message.Reactions.Where(reaction => reaction.Name != name), there with { Users = there.Users.Add(call.Bot) }] });
        return Call.Ok();
    }
}
