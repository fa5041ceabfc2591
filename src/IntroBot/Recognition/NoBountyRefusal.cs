using IntroBot.Conversation;

namespace IntroBot.Recognition;

/// <summary>Why a thank-you is refused: the words that were <paramref name="Found"/> in it, and the <paramref name="Sentence"/> that says what to write instead, in the writer's language.</summary>
public sealed record NoBountyRefusal(BountyKind Kind, string Found, string Sentence)
{
    internal static NoBountyRefusal Of(BountyKind kind, string found, Language language)
    {
        var say = Phrases.In(language);
        var reason = kind switch
        {
            BountyKind.Amount => nameof(Words.NoBountyAmount),
            BountyKind.Voucher => nameof(Words.NoBountyVoucher),
            BountyKind.PerHire => nameof(Words.NoBountyPerHire),
            BountyKind.Points => nameof(Words.NoBountyPoints),
            _ => nameof(Words.NoBountyMoney),
        };
        return new NoBountyRefusal(kind, found, say.Line(reason, new Run.Typed(found)) + " " + say.Text(nameof(Words.NoBountyInstead)));
    }
}

/// <summary>What makes thanks a bounty.</summary>
public enum BountyKind
{
    /// <summary>An amount or a currency.</summary>
    Amount,

    /// <summary>Money, or what stands for it: a bonus, cash, crypto, a commission.</summary>
    Money,

    /// <summary>What is spent like money: a gift card, a voucher, a cheque.</summary>
    Voucher,

    /// <summary>Paid for a hire or by the head.</summary>
    PerHire,

    /// <summary>Points to collect or exchange.</summary>
    Points,
}
