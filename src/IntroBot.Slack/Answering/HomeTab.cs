using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using IntroBot.Slack.Receiving;

namespace IntroBot.Slack.Answering;

/// <summary>
/// The Home tab (docs.slack.dev, surfaces/app-home). It is drawn at every opening and after every press on it. It replaces the view that was seen; where a newer one
/// stands already, things are looked at once more and the latest has the last word.
/// </summary>
internal sealed class HomeTab(Reception reception, SlackClient client, Installation installation, TimeProvider clock)
{
    // Nobody waits for a second look; it is given as long as a first one.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Somebody opened it.</summary>
    public async Task Opened(HomeOpenedEvent opened, Envelope envelope, Deadline deadline)
    {
        if (opened.User is { Length: > 0 } user && EventEndpoint.Workspace(envelope) is { Length: > 0 } workspace)
        {
            var presser = new Presser(new Account(PlatformKind.Slack, workspace, user), workspace, null, null, null);
            await Show(await Ask(presser, deadline), presser, opened.View?.Hash, CancellationToken.None);
        }
    }

    /// <summary>Something on it was pressed. False when the answer is something else than a home and is still to be carried.</summary>
    public async Task<bool> Pressed(Answer? answer, Presser presser, ShownView seen, CancellationToken cancellation)
    {
        var isHome = answer is Answer.Home;
        if (isHome || answer is Answer.Done or Answer.Notice)
        {
            await Show(isHome ? answer : await Ask(presser, new Deadline(clock, s_patience)), presser, seen.Hash, cancellation);
        }

        return isHome;
    }

    private async Task Show(Answer? answer, Presser presser, string? seen, CancellationToken cancellation)
    {
        if (answer is Answer.Notice { Card: var card } && IsOurs(presser)
            && await client.Publish(presser.Account.User, CardBlocks.Home(card), seen, cancellation) is Reply.Refused { Error: "hash_conflict" }
            && await Ask(presser, new Deadline(clock, s_patience)) is Answer.Notice { Card: var latest })
        {
            await client.Publish(presser.Account.User, CardBlocks.Home(latest), null, cancellation);
        }
    }

    private Task<Answer?> Ask(Presser presser, Deadline deadline) => reception.Ask(presser.Says(new Said.HomeOpened(), "home", presser.Account.User), deadline);

    // The token of a whole organisation (E…) is good in all its workspaces.
    private bool IsOurs(Presser presser) => installation.Identity is not { Workspace: ['T', ..] own } || own == presser.Workspace;
}
