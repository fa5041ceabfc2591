using IntroBot.Conversation;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Drawing;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams.Answering;

/// <summary>Makes messages of cards. In channels whom a card speaks of is mentioned; in private chats, where nobody else is, they are named.</summary>
internal sealed class CardMessages(References references)
{
    private const int MostMentions = 30;

    /// <summary>For a private chat.</summary>
    public static Message Private(Card card) => Of(CardDrawing.Draw(card, Mentions.None), card.Summary);

    /// <summary>A message of cards already drawn.</summary>
    public static Message Of(IReadOnlyList<AdaptiveCard> cards, Line summary) =>
        new(Summary: Fit.Text(summary.ToString(), Limits.Summary), Attachments: [.. cards.Select(static card => new CardAttachment(card))]);

    /// <summary>
    /// Says a card in a channel: people mentioned by the id they have with this bot; when Teams refuses that (400: nothing was said), by their object id, which it takes for people
    /// who are not in the channel; at last by name.
    /// </summary>
    public async Task<Reply> Say(Card card, Func<Message, Task<Reply>> say, CancellationToken cancellation)
    {
        Reply reply = new Reply.Refused(400, "nothing_tried");
        foreach (var ids in await Ids(card, cancellation))
        {
            reply = await say(Of(CardDrawing.Draw(card, new Mentions(ids)), card.Summary));
            if (reply is not Reply.Refused { Status: 400 })
            {
                return reply;
            }
        }

        return reply;
    }

    /// <summary>The ids to mention people by, the best first, the last being none.</summary>
    private async Task<IEnumerable<IReadOnlyDictionary<Account, string>>> Ids(Card card, CancellationToken cancellation)
    {
        var (own, objects) = (new Dictionary<Account, string>(), new Dictionary<Account, string>());
        foreach (var account in Mentions.In(card).Select(static person => person.On(PlatformKind.Teams)).OfType<Account>().Where(static account => account.User.Length > 0).Take(MostMentions))
        {
            objects[account] = account.User;
            own[account] = (await references.Person(account.Organisation, account.User, cancellation))?.User ?? account.User;
        }

        var none = new Dictionary<Account, string>();
        return own.Count == 0 ? [none] : own.Values.SequenceEqual(objects.Values) ? [own, none] : [own, objects, none];
    }
}
