using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Story;
using IntroBot.Playground.Teams;

namespace IntroBot.Playground.Page;

/// <summary>Everything the page shows: the Slack workspace, and where they are there the Teams tenant, the tale of what came before, the notes on the ledger, and how the bot is made to forget.</summary>
internal sealed class Stage(SlackWorkspace slack, TeamsTenant? teams = null, Tales? tales = null, LedgerNotes? notes = null, Forgetting? forgetting = null) : IDisposable
{
    private readonly SemaphoreSlim alone = new(1);

    public SlackWorkspace Slack => slack;

    public TeamsTenant? Teams => teams;

    public LedgerNotes? Notes => notes;

    /// <summary>What changes, and how often it has.</summary>
    public IEnumerable<(string What, long Version)> Versions
    {
        get
        {
            yield return ("slack", slack.Version);
            if (teams is not null)
            {
                yield return ("teams", teams.Version);
            }

            if (notes is not null)
            {
                yield return ("ledger", notes.Version);
            }
        }
    }

    /// <summary>Completes at the next change of any of them.</summary>
    public Task Changed() => Task.WhenAny([slack.Changed(), .. teams is null ? Array.Empty<Task>() : [teams.Changed()], .. notes is null ? Array.Empty<Task>() : [notes.Changed()]]);

    /// <summary>The app is installed for everybody; then the tale is told meanwhile.</summary>
    public Task Begin() => Alone(Install);

    /// <summary>The bot forgets first, then both chats begin again.</summary>
    public Task Reset() => Alone(async () =>
    {
        tales?.Stop();
        if (forgetting is not null)
        {
            await forgetting.Everything();
        }

        notes?.Clear();
        var former = slack.Read(static world => world.People.Values.ToArray());
        slack.Reset();
        teams?.Reset();
        await TellOfLanguages(former);
        await Install();
    });

    public void Dispose() => alone.Dispose();

    /// <summary>Whoever begins again in another language than they had: the bot hears of it as of any such change, since it remembers how people are spoken to.</summary>
    private async Task TellOfLanguages(IEnumerable<Person> former)
    {
        foreach (var person in former.Where(person => slack.Read(world => world.People.TryGetValue(person.Id, out var now) && now.Locale != person.Locale)))
        {
            await slack.ChangeUser(person.Id, static unchanged => unchanged);
        }
    }

    private async Task Install()
    {
        await (teams?.InstallEverywhere() ?? Task.CompletedTask);
        tales?.Begin();
    }

    /// <summary>Whoever begins again while it begins waits for that.</summary>
    private async Task Alone(Func<Task> work)
    {
        await alone.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            alone.Release();
        }
    }
}
