using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>What no section can see by itself.</summary>
internal static class WholeFile
{
    public static void Check(Programme programme, Value file)
    {
        foreach (var channel in programme.Kudos.Channels.All)
        {
            CheckPlatform(programme, channel, file.At("kudos"));
        }

        if (file.At("routes") is not { Node: Yaml.List list } routes)
        {
            return;
        }

        if (programme.Routes.All(static route => route.Name != Route.General))
        {
            routes.Wrong("missing; expected one route named general, for what nothing else takes");
        }

        for (var i = 0; i < programme.Routes.Length; i++)
        {
            Check(programme, i, file with { Node = list.Items[i], Path = $"routes[{i}]" });
        }
    }

    private static void Check(Programme programme, int index, Value value)
    {
        var route = programme.Routes[index];
        var first = programme.Routes.Select(static other => other.Name).ToList().IndexOf(route.Name);
        if (first < index && route.Name.Length > 0)
        {
            value.At("name").Wrong($"the name {route.Name} is taken by routes[{first}]; each route has its own");
        }

        foreach (var channel in route.Channels.All)
        {
            CheckPlatform(programme, channel, value);
            if (route.Discreet && channel.Channel.Length > 0 && IsElsewhere(programme, channel))
            {
                value.At(Key(channel)).Wrong($"a discreet route needs a channel of its own; {channel.Channel} is used elsewhere in the programme");
            }
        }
    }

    private static bool IsElsewhere(Programme programme, ChannelRef channel) =>
        programme.Kudos.Channels.All.Contains(channel) || programme.Routes.Any(other => !other.Discreet && other.Channels.All.Contains(channel));

    private static void CheckPlatform(Programme programme, ChannelRef channel, Value value)
    {
        var organisation = programme.Organisation;
        if ((channel.Platform == PlatformKind.Slack ? organisation.Slack : organisation.Teams).IsEmpty)
        {
            value.At(Key(channel)).Wrong($"expected organisation.{Key(channel)} to name where this channel is, found none there");
        }
    }

    private static string Key(ChannelRef channel) => channel.Platform == PlatformKind.Slack ? "slack" : "teams";
}
