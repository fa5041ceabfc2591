using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using IntroBot.Slack.Receiving;

namespace IntroBot.Slack.Answering;

/// <summary>Tells somebody alone: by the response address, else as an ephemeral message where they stand, else in their private chat with the bot.
/// The token is good in its own workspace alone: whoever acts in another hears by the response address or not at all.</summary>
internal sealed class Whisper(ResponseAddress address, SlackClient client, Installation installation)
{
    /// <summary>Tells them; false when every way failed.</summary>
    public async Task<bool> Tell(Presser presser, Card card, CancellationToken cancellation)
    {
        var drawn = CardBlocks.Draw(card);
        return await address.Post(presser.ResponseUrl, new Response(drawn.Text, drawn.Blocks), cancellation)
            || await Ephemeral(presser, drawn, cancellation)
            || await Direct(presser, drawn, cancellation) is Reply.Done;
    }

    /// <summary>Writes in somebody's private chat with the bot.</summary>
    public Task<Reply> Direct(Presser presser, Card card, CancellationToken cancellation) => Direct(presser, CardBlocks.Draw(card), cancellation);

    /// <summary>As an ephemeral message in the channel they are in, which cannot be a private chat of the bot's.</summary>
    public async Task<bool> InChannel(Presser presser, Card card, CancellationToken cancellation)
    {
        var drawn = CardBlocks.Draw(card);
        return await Ephemeral(presser, drawn, cancellation) || await Direct(presser, drawn, cancellation) is Reply.Done;
    }

    private async Task<bool> Ephemeral(Presser presser, DrawnCard drawn, CancellationToken cancellation) =>
        presser.Where is { Channel: not ['D', ..] } where && IsOurs(presser)
        && await client.PostEphemeral(new PostEphemeral(where.Channel, presser.Account.User, drawn.Text, drawn.Blocks), cancellation) is Reply.Done;

    private async Task<Reply> Direct(Presser presser, DrawnCard drawn, CancellationToken cancellation) => IsOurs(presser)
        ? await client.Post(new PostMessage(presser.Account.User, drawn.Text, drawn.Blocks, null, null), cancellation)
        : new Reply.Refused("other_workspace");

    // The token of a whole organisation (E…) is good in all its workspaces.
    private bool IsOurs(Presser presser) => installation.Identity is not { Workspace: ['T', ..] own } || own == presser.Workspace;
}
