using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Drawing;
using IntroBot.Teams.Receiving;

namespace IntroBot.Teams.Answering;

/// <summary>Says what a turn is answered with where an answer cannot carry it: in the private chat, in the thread, in the place of a form.</summary>
internal sealed class Voice(TeamsPlatform platform, ConnectorClient client, CardMessages messages, AfterAnswer after, TimeProvider clock)
{
    private const int Tries = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Tells somebody alone, in their private chat. Whoever asked elsewhere is pointed there, or told how to be reached.</summary>
    public async Task Privately(Incoming here, Message message, bool point, CancellationToken cancellation)
    {
        var delivery = await Patiently(cancel => platform.Tell(here.Account, message, null, cancel), cancellation);
        if (here.Surface != Surface.Personal && (point || delivery is Delivery.Refused))
        {
            await InThread(here, delivery is Delivery.Refused ? nameof(Words.TeamsAddMe) : nameof(Words.TeamsAnsweredPrivately), cancellation);
        }
    }

    public Task Privately(Incoming here, Card card, bool point, CancellationToken cancellation) => Privately(here, CardMessages.Private(card), point, cancellation);

    /// <summary>Puts a card in the place of the message that was pressed, after the answer.</summary>
    public void Replace(Incoming here, AdaptiveCard card)
    {
        if (here.Activity.ReplyToId is { Length: > 0 } pressed)
        {
            after.Start(cancellation => Patiently(async cancel => await client.Update(here.Spot, pressed, CardMessages.Of([card], Line.Of(card.FallbackText ?? "")), cancel) switch
            {
                Reply.Throttled throttled => new Delivery.Later(throttled.After, true, throttled.Code),
                Reply.Done => new Delivery.Sent(new MessageRef(new ChannelRef(PlatformKind.Teams, here.Root), pressed)),
                var reply => new Delivery.Refused(reply.Code),
            }, cancellation));
        }
    }

    private async Task InThread(Incoming here, string key, CancellationToken cancellation)
    {
        var person = new Person(Ids.Person(here.Account), here.Activity.From?.Name ?? "", here.Account);
        await messages.Say(Card.Of(here.Language, Phrases.In(here.Language).Line(key, person)), message => client.Send(here.Spot, message, null, cancellation), cancellation);
    }

    /// <summary>Says it again while Teams asks to wait, or cannot be reached, within reason.</summary>
    private async Task<Delivery> Patiently(Func<CancellationToken, Task<Delivery>> say, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            if (await say(cancellation) is var delivery && (delivery is not Delivery.Later later || tries == Tries || later.After > Longest))
            {
                return delivery;
            }

            await Task.Delay(later.After, clock, cancellation);
        }
    }
}
