using IntroBot.Playground.Slack;
using IntroBot.Playground.Story;
using IntroBot.Playground.Teams;

namespace IntroBot.Playground.Page;

/// <summary>Everything the page shows: the Slack workspace, and where they are there the Teams tenant, the tale of what came before, the notes on the ledger, and how the bot is made to forget.</summary>
internal sealed class Stage(SlackWorkspace slack, TeamsTenant? teams = null, Tale? tale = null, LedgerNotes? notes = null, Forgetting? forgetting = null)
{
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

    /// <summary>The app is installed for everybody; the tale is told meanwhile.</summary>
    public async Task Begin()
    {
        await (teams?.InstallEverywhere() ?? Task.CompletedTask);
        _ = tale?.Tell();
    }

    /// <summary>The bot forgets first, then both chats begin again.</summary>
    public async Task Reset()
    {
        if (forgetting is not null)
        {
            await forgetting.Everything();
        }

        notes?.Clear();
        slack.Reset();
        teams?.Reset();
        await Begin();
    }
}
