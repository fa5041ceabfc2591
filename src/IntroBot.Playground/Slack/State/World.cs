using System.Diagnostics.CodeAnalysis;

namespace IntroBot.Playground.Slack.State;

/// <summary>Everything this Slack remembers. Touched only under the workspace's lock.</summary>
internal sealed class World(Func<SlackOptions> options, Ids ids, TimeProvider clock)
{
    public SlackOptions Options => options();
    public Ids Ids { get; } = ids;
    public DateTimeOffset Now => clock.GetUtcNow();
    public Dictionary<string, Team> Teams { get; } = [];
    public Dictionary<string, Person> People { get; } = [];
    public Dictionary<string, Channel> Channels { get; } = [];
    public Dictionary<string, Installation> Installations { get; } = [];
    public Dictionary<string, List<Message>> Messages { get; } = [];
    public Dictionary<string, List<View>> Modals { get; } = [];
    public Dictionary<string, View> Homes { get; } = [];
    public Dictionary<string, Trigger> Triggers { get; } = [];
    public Dictionary<string, ResponseUrl> ResponseUrls { get; } = [];
    public Dictionary<(string Person, string Channel), string> ReadUpTo { get; } = [];
    public List<WireCall> Calls { get; } = [];
    public Pace Pace { get; } = new();

    /// <summary>The bot's direct messages with somebody; the same channel for ever.</summary>
    public Channel Dm(string userId)
    {
        var id = "D" + userId[1..];
        if (!Channels.TryGetValue(id, out var channel))
        {
            channel = new(id, People[userId].TeamId, "") { With = userId, Members = [userId, Options.BotUser] };
            Channels[id] = channel;
        }

        return channel;
    }

    public List<Message> In(string channel)
    {
        if (!Messages.TryGetValue(channel, out var list))
        {
            Messages[channel] = list = [];
        }

        return list;
    }

    public List<View> StackOf(string userId)
    {
        if (!Modals.TryGetValue(userId, out var stack))
        {
            Modals[userId] = stack = [];
        }

        return stack;
    }

    public bool TryMessage(string channel, string ts, [NotNullWhen(true)] out Message? message)
    {
        message = In(channel).Find(candidate => candidate.Ts == ts);
        return message is not null;
    }

    public View? FindView(string viewId) =>
        Modals.Values.SelectMany(stack => stack).Concat(Homes.Values).FirstOrDefault(view => view.Id == viewId);

    public void Replace(Message message)
    {
        var list = In(message.Channel);
        list[list.FindIndex(candidate => candidate.Ts == message.Ts)] = message;
    }

    public void Replace(View view)
    {
        if (!view.IsModal)
        {
            Homes[view.UserId] = view;
            return;
        }

        var stack = StackOf(view.UserId);
        stack[stack.FindIndex(candidate => candidate.Id == view.Id)] = view;
    }

    public string IssueTrigger(string userId, string teamId, string? viewId = null)
    {
        var trigger = new Trigger(Ids.TriggerId(), userId, teamId, Now, viewId);
        Triggers[trigger.Id] = trigger;
        return trigger.Id;
    }

    public string IssueResponseUrl(string userId, string channel, string? messageTs = null)
    {
        var url = new ResponseUrl(Ids.Hex(24), userId, channel, messageTs, Now);
        ResponseUrls[url.Id] = url;
        return new Uri(Options.Address, "response/" + url.Id).AbsoluteUri;
    }

    public void Log(WireCall call)
    {
        Calls.Add(call);
        if (Calls.Count > Options.KeepsCalls)
        {
            Calls.RemoveRange(0, Options.KeepsCalls / 10);
        }
    }
}
