using IntroBot.Conversation;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Drawing;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams.Answering;

/// <summary>Makes messages of cards. Whom a card speaks of is mentioned when Teams has told the id they have with this bot, and named otherwise.</summary>
internal sealed class CardMessages(References references, Roster roster)
{
    private const int MostMentions = 30;
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    public async Task<Message> Of(Card card, CancellationToken cancellation)
    {
        var ids = new Dictionary<Account, string>();
        foreach (var account in Mentions.In(card).Select(static person => person.Account).Where(static account => account.Platform == PlatformKind.Teams).Take(MostMentions))
        {
            if (await Id(account, cancellation) is { } id)
            {
                ids[account] = id;
            }
        }

        return Of(CardDrawing.Draw(card, new Mentions(ids)), card.Summary);
    }

    /// <summary>A message of one card already drawn.</summary>
    public static Message Of(IReadOnlyList<AdaptiveCard> cards, Line summary) =>
        new(Summary: Fit.Text(summary.ToString(), Limits.Summary), Attachments: [.. cards.Select(static card => new CardAttachment(card))]);

    private async Task<string?> Id(Account account, CancellationToken cancellation)
    {
        try
        {
            return (await references.Person(account.Organisation, account.User, cancellation))?.User ?? (await roster.Look(account, Known, cancellation))?.User;
        }
        catch (PlatformUnavailableException)
        {
            return null;
        }
    }
}
