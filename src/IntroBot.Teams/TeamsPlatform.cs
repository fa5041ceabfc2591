using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Receiving;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams;

/// <summary>Teams, as the program asks it: threads in channels, edits, private messages, and who people are.</summary>
internal sealed class TeamsPlatform(ConnectorClient client, Roster roster, References references, CardMessages messages, ServiceUrls urls, Programme programme) : IPlatform
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(30);

    public PlatformKind Kind => PlatformKind.Teams;

    /// <summary>A channel's post is a thread of its own; the key keeps its place in line and goes nowhere, since Teams keeps nothing beside a message that the bot could read again.</summary>
    public async Task<Delivery> Post(ChannelRef channel, Card card, MessageRef? thread, string idempotencyKey, CancellationToken cancellation)
    {
        var spot = await SpotOf(channel.Channel, cancellation);
        if (thread is not null && IsChannel(channel.Channel))
        {
            spot = spot with { Conversation = Incoming.ThreadOf(thread.Channel.Channel, RootOf(thread)) };
        }

        var reply = await messages.Say(card, message => thread is null && IsChannel(channel.Channel) ? client.StartThread(spot, message, idempotencyKey, cancellation) : client.Send(spot, message, idempotencyKey, cancellation), cancellation);
        return reply switch
        {
            Reply.Done { Body: { } body } when Posted(body) is { } id => new Delivery.Sent(new MessageRef(new ChannelRef(PlatformKind.Teams, spot.Conversation), id)),
            Reply.Done => new Delivery.Ambiguous("no_id"),
            Reply.Lost lost => new Delivery.Ambiguous(lost.Reason),
            _ => Undelivered(reply),
        };
    }

    public async Task<Delivery> Edit(MessageRef message, Card card, CancellationToken cancellation)
    {
        var spot = await SpotOf(message.Channel.Channel, cancellation);
        if (IsChannel(spot.Conversation))
        {
            spot = spot with { Conversation = Incoming.ThreadOf(spot.Conversation, RootOf(message)) };
        }

        var reply = await messages.Say(card, drawn => client.Update(spot, message.Message, drawn, cancellation), cancellation);
        return reply switch
        {
            Reply.Done => new Delivery.Sent(message),
            Reply.Refused { Status: 404 } => new Delivery.Gone(),
            Reply.Lost lost => new Delivery.Later(AfterFailure, false, lost.Reason),
            _ => Undelivered(reply),
        };
    }

    public Task<Delivery> Tell(Account account, Card card, string idempotencyKey, CancellationToken cancellation) => Tell(account, CardMessages.Private(card), idempotencyKey, cancellation);

    /// <summary>Says something drawn already in a person's private chat; without a key it does not wait in line.</summary>
    public async Task<Delivery> Tell(Account account, Message message, string? key, CancellationToken cancellation)
    {
        var reply = await Say(account, message, key, cancellation);
        return reply switch
        {
            (Reply.Done { Body.Id: { Length: > 0 } id }, { } chat) => new Delivery.Sent(new MessageRef(new ChannelRef(PlatformKind.Teams, chat), id)),
            (Reply.Done, _) => new Delivery.Ambiguous("no_id"),
            (Reply.Lost lost, { }) => new Delivery.Ambiguous(lost.Reason),
            (Reply.Lost lost, null) => new Delivery.Later(AfterFailure, false, lost.Reason),
            var (undelivered, _) => Undelivered(undelivered),
        };
    }

    public async Task<Profile?> Look(Account account, TimeSpan maxAge, CancellationToken cancellation) => (await roster.Look(account, maxAge, cancellation))?.Profile;

    public async Task<Profile?> Find(string email, CancellationToken cancellation) => (await roster.Find(email, cancellation))?.Profile;

    /// <summary>Writes in somebody's private chat, the one remembered or a new one; a null conversation means that nothing was sent. A chat that is gone is made anew, once.</summary>
    private async Task<(Reply Reply, string? Conversation)> Say(Account account, Message message, string? key, CancellationToken cancellation)
    {
        var person = await references.Person(account.Organisation, account.User, cancellation);
        if (person?.Personal is { } personal)
        {
            var reply = await client.Send(new Spot(person.ServiceUrl, account.Organisation, personal), message, key, cancellation);
            if (!ErrorCodes.IsGone(reply))
            {
                if (ErrorCodes.IsShut(reply))
                {
                    await references.LearnPerson(account.Organisation, account.User, known => known?.Personal == personal ? known with { Personal = null } : known, cancellation);
                }

                return (reply, personal);
            }
        }

        if ((person?.User, person?.ServiceUrl) is not ({ } user, { } url))
        {
            if (await roster.Look(account, TimeSpan.FromHours(1), cancellation) is not { } member)
            {
                return (new Reply.Refused(404, "member_not_found"), null);
            }

            (user, url) = (member.User, member.ServiceUrl);
        }

        var opened = await client.OpenPersonal(url, account.Organisation, user, cancellation);
        if (opened is not Reply.Done { Body.Id: { Length: > 0 } made })
        {
            return (opened is Reply.Done ? new Reply.Unreached("no_conversation") : opened, null);
        }

        await references.LearnPerson(account.Organisation, account.User, known => (known ?? new PersonReference(url, user)) with { Personal = made }, cancellation);
        return (await client.Send(new Spot(url, account.Organisation, made), message, key, cancellation), made);
    }

    private async Task<Spot> SpotOf(string conversation, CancellationToken cancellation)
    {
        foreach (var tenant in programme.Organisation.Teams)
        {
            if (await references.Channel(tenant.ToLowerInvariant(), Incoming.RootOf(conversation), cancellation) is { } known)
            {
                return new Spot(known.ServiceUrl, tenant.ToLowerInvariant(), conversation);
            }
        }

        var first = programme.Organisation.Teams.FirstOrDefault()?.ToLowerInvariant() ?? "";
        return new Spot((await references.Tenant(first, cancellation))?.ServiceUrl ?? urls.FirstContact, first, conversation);
    }

    private static bool IsChannel(string conversation) => conversation.Contains("@thread.tacv2", StringComparison.Ordinal) || conversation.Contains("@thread.skype", StringComparison.Ordinal);

    /// <summary>The root of the thread a message stands in: itself, unless its channel names another.</summary>
    private static string RootOf(MessageRef message) => Incoming.RootIn(message.Channel.Channel) ?? message.Message;

    /// <summary>The new message's id; null when Teams did not tell.</summary>
    private static string? Posted(ApiReply body) =>
        !string.IsNullOrEmpty(body.ActivityId) ? body.ActivityId : Incoming.RootIn(body.Id ?? "") ?? (string.IsNullOrEmpty(body.Id) ? null : body.Id);

    private static Delivery Undelivered(Reply reply) => reply switch
    {
        Reply.Throttled throttled => new Delivery.Later(throttled.After, true, "throttled"),
        Reply.Stopped stopped => new Delivery.Later(AfterStop, true, stopped.Error),
        Reply.Unreached unreached => new Delivery.Later(AfterFailure, false, unreached.Reason),
        Reply.Refused { Status: 412 } refused => new Delivery.Later(AfterFailure, false, refused.Error),
        Reply.Refused refused => new Delivery.Refused(refused.Error),
        _ => throw new InvalidOperationException("unknown reply"),
    };
}
