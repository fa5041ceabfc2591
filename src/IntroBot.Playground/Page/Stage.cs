using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;

namespace IntroBot.Playground.Page;

/// <summary>Everything the page shows: the Slack workspace, the Teams tenant where there is one, the notes on the ledger, and how the bot is made to forget.</summary>
internal sealed class Stage(SlackWorkspace slack, TeamsTenant? teams, LedgerNotes? notes, Forgetting? forgetting)
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

    /// <summary>The bot forgets first, then both chats begin again and the app is installed anew.</summary>
    public async Task Reset()
    {
        if (forgetting is not null)
        {
            await forgetting.Everything();
        }

        notes?.Clear();
        slack.Reset();
        if (teams is not null)
        {
            teams.Reset();
            await teams.InstallEverywhere();
        }
    }
}
