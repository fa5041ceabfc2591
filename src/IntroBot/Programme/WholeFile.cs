using System.Collections.Immutable;
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

        var named = new HashSet<PersonRef>();
        for (var i = 0; i < programme.People.Length; i++)
        {
            foreach (var twice in programme.People[i].Where(account => account.User.Length > 0 && !named.Add(account)))
            {
                file.At("people").Item(i).Wrong($"{twice} stands here twice; each account is one person's");
            }
        }

        if (file.At("routes") is not { Node: Yaml.List } routes)
        {
            return;
        }

        if (programme.Routes.All(static route => route.Name != Route.General))
        {
            routes.Wrong("missing; expected one route named general, for what nothing else takes");
        }

        NoteRepeated(routes, programme.Routes, static route => route.Name, "name");
        for (var i = 0; i < programme.Routes.Length; i++)
        {
            Check(programme, programme.Routes[i], routes.Item(i));
        }
    }

    /// <summary>Notes each item of a list whose <paramref name="key"/> an earlier one has.</summary>
    public static void NoteRepeated<T>(Value value, ImmutableArray<T> items, Func<T, string> name, string key)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (name(items[i]) is { Length: > 0 } taken && !first.TryAdd(taken, i))
            {
                value.Item(i).At(key).Wrong($"{taken} is the {key} of {value.Path}[{first[taken]}] already; each has its own");
            }
        }
    }

    private static void Check(Programme programme, Route route, Value value)
    {
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
        if (organisation is not { Slack: [], Teams: [] } && (channel.Platform == PlatformKind.Slack ? organisation.Slack : organisation.Teams).IsEmpty)
        {
            value.At(Key(channel)).Wrong($"expected organisation.{Key(channel)} to name where this channel is, found none there");
        }
    }

    private static string Key(ChannelRef channel) => channel.Platform == PlatformKind.Slack ? "slack" : "teams";
}
