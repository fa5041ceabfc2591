using IntroBot.BrowserTests.Driving;

[assembly: AssemblyFixture(typeof(Hosts))]

namespace IntroBot.BrowserTests.Driving;

/// <summary>The host as a newcomer starts it, lent to one class of tests at a time.</summary>
public class Bot(Hosts hosts) : IAsyncLifetime
{
    private HostProcess? _host;

    /// <summary>Where it listens.</summary>
    public Uri Address => Host.Address;

    /// <summary>Which company it is for.</summary>
    protected virtual Company Company => Company.Demo;

    private HostProcess Host => _host ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync() => _host = await hosts.Lend(Company);

    /// <summary>Both chats begin again and the bot forgets, so that no test sees what another did.</summary>
    internal Task BeginAgain() => Host.BeginAgain();

    /// <summary>Where the words stand in what the host keeps or says: its files, raw, and its output.</summary>
    internal IReadOnlyList<string> Holding(params string[] words) => Host.Holding(words);

    public ValueTask DisposeAsync()
    {
        hosts.TakeBack(Company, Host);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A test that begins with both chats as a newcomer finds them.</summary>
public abstract class FromTheStart(Bot bot) : IAsyncLifetime
{
    protected Bot Bot { get; } = bot;

    public async ValueTask InitializeAsync() => await Bot.BeginAgain();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The same bot for a company that speaks English.</summary>
public sealed class EnglishBot(Hosts hosts) : Bot(hosts)
{
    protected override Company Company => Company.English;
}
