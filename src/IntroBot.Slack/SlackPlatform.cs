using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack;

/// <summary>Slack, as the program asks it: paced posts, edits, private messages, and who people are.</summary>
internal sealed class SlackPlatform(SlackClient client, Pace pace, People people) : IPlatform
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    public PlatformKind Kind => PlatformKind.Slack;

    public Task<Delivery> Post(ChannelRef channel, Card card, MessageRef? thread, string idempotencyKey, CancellationToken cancellation) =>
        Post(channel.Channel, card, thread?.Message, idempotencyKey, cancellation);

    public Task<Delivery> Tell(Account account, Card card, string idempotencyKey, CancellationToken cancellation) =>
        Post(account.User, card, null, idempotencyKey, cancellation);

    public async Task<Delivery> Edit(MessageRef message, Card card, CancellationToken cancellation)
    {
        var drawn = CardBlocks.Draw(card);
        var reply = await client.Update(new UpdateMessage(message.Channel.Channel, message.Message, drawn.Text, drawn.Blocks), cancellation);
        return reply switch
        {
            Reply.Done => new Delivery.Sent(message),
            Reply.Lost lost => new Delivery.Later(AfterFailure, false, lost.Reason),
            Reply.Refused { Error: "message_not_found" } => new Delivery.Gone(),
            _ => Undelivered(reply),
        };
    }

    public bool HasHome => true;

    public Task ShowHome(Account account, Card home, CancellationToken cancellation) => client.Publish(account.User, CardBlocks.Home(home), null, cancellation);

    public Task<Profile?> Look(Account account, TimeSpan maxAge, CancellationToken cancellation) => people.Look(account, maxAge, cancellation);

    public Task<Profile?> Find(string email, CancellationToken cancellation) => people.Find(email, cancellation);

    private async Task<Delivery> Post(string channel, Card card, string? thread, string key, CancellationToken cancellation)
    {
        if (pace.Take(channel, key) is var wait && wait > TimeSpan.Zero)
        {
            return new Delivery.Later(wait, true, "paced");
        }

        var drawn = CardBlocks.Draw(card);
        var metadata = new MessageMetadata("introbot_post", new Dictionary<string, string> { ["key"] = key });
        return await client.Post(new PostMessage(channel, drawn.Text, drawn.Blocks, thread, metadata), cancellation) switch
        {
            Reply.Done { Body: { Channel: { } where, Ts: { } ts } } => new Delivery.Sent(new MessageRef(new ChannelRef(PlatformKind.Slack, where), ts)),
            Reply.Done => new Delivery.Ambiguous("unreadable_answer"),
            Reply.Lost lost => new Delivery.Ambiguous(lost.Reason),
            Reply.Refused { Error: var error } when ErrorClasses.Of(error) == ErrorClass.Unclear => new Delivery.Ambiguous(error),
            var reply => Undelivered(reply),
        };
    }

    private static Delivery Undelivered(Reply reply) => reply switch
    {
        Reply.Throttled throttled => new Delivery.Later(throttled.After, true, "ratelimited"),
        Reply.Stopped stopped => new Delivery.Later(Installation.Between, true, stopped.Error),
        Reply.Unreached unreached => new Delivery.Later(AfterFailure, false, unreached.Reason),
        Reply.Refused { Error: var error } => ErrorClasses.Of(error) switch
        {
            ErrorClass.Installation => new Delivery.Later(Installation.Between, true, error),
            ErrorClass.Passing or ErrorClass.Unclear => new Delivery.Later(AfterFailure, false, error),
            _ => new Delivery.Refused(error),
        },
        _ => throw new InvalidOperationException("unknown reply"),
    };
}
