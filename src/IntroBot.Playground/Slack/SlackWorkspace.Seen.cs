using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack;

/// <summary>What can be seen of it: by people, and by tests.</summary>
internal sealed partial class SlackWorkspace
{
    public IReadOnlyList<WireCall> Calls => Read(world => world.Calls.ToArray());

    /// <summary>What everybody in the channel sees, oldest first, replies included.</summary>
    public IReadOnlyList<Message> Messages(string channel) =>
        Read(world => world.In(channel).Where(message => message.EphemeralTo is null).ToArray());

    /// <summary>What only this person saw, wherever it stood.</summary>
    public IReadOnlyList<Message> Ephemerals(string user) =>
        Read(world => world.Messages.Values.SelectMany(list => list).Where(message => message.EphemeralTo == user).OrderBy(message => message.Ts, StringComparer.Ordinal).ToArray());

    /// <summary>This person's direct messages with the bot, both sides.</summary>
    public IReadOnlyList<Message> Dm(string user) => Messages(Read(world => world.Dm(user).Id));

    /// <summary>The modal on top of this person's screen.</summary>
    public View? Modal(string user) => Read(world => world.StackOf(user).LastOrDefault());

    public IReadOnlyList<View> Modals(string user) => Read(world => world.StackOf(user).ToArray());

    public View? Home(string user) => Read(world => world.Homes.GetValueOrDefault(user));

    public Person Person(string user) => Read(world => world.People[user]);

    public IEnumerable<WireCall> CallsOf(string method) => Calls.Where(call => call.What == method);

    public void Add(Team team) => Change(world => world.Teams[team.Id] = team);

    public void Add(Channel channel) => Change(world => world.Channels[channel.Id] = channel);

    public void Add(Person person) => Change(world => world.People[person.Id] = person);

    /// <summary>The app in a further workspace, or again in the same one, with this token.</summary>
    public void Install(string teamId, string token) => Change(world => world.Installations[token] = new(token, teamId));

    public void ChangeChannel(string channel, Func<Channel, Channel> change) =>
        Change(world => world.Channels[channel] = change(world.Channels[channel]));
}
