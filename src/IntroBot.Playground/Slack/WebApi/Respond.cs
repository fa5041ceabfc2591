using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>A message that answers a request: seen by the asker alone unless it says <c>in_channel</c>.</summary>
internal static class Respond
{
    public static void Post(World world, Arguments args, string userId, string channel)
    {
        var inChannel = args.Text("response_type") switch
        {
            null or "ephemeral" => false,
            "in_channel" => true,
            _ => throw new Refusal("invalid_arguments", "[ERROR] response_type must be ephemeral or in_channel"),
        };
        var content = Content.Of(args, world.Ids, longest: 40_000);
        var limits = world.Options.Limits;
        var paced = $"{world.Channels[channel].TeamId} post {channel}";
        if (inChannel && world.Pace.Take(paced, limits.PostsPerChannelBurst, limits.PostsPerChannelPerSecond, world.Now) is { } seconds)
        {
            throw new Refusal("ratelimited") { RetryAfter = seconds };
        }

        world.In(channel).Add(new(channel, world.Ids.Ts(), world.Options.BotUser, content.Text)
        {
            Bot = true,
            BlocksJson = content.BlocksJson,
            EphemeralTo = inChannel ? null : userId,
            ThreadTs = args.Text("thread_ts"),
            At = world.Now,
        });
    }
}
