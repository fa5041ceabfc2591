using IntroBot.Ledger;

namespace IntroBot.Conversation;

/// <summary>What a delivery means for the effect that asked for it.</summary>
public static class DeliveryResults
{
    /// <summary>The effect's result; <paramref name="sent"/> yields what is written with it.</summary>
    public static EffectResult ToResult(this Delivery delivery, Func<MessageRef, IReadOnlyList<Write>>? sent = null) => delivery switch
    {
        Delivery.Sent done => new EffectResult.Done(sent?.Invoke(done.Message) ?? []),
        Delivery.Later later => new EffectResult.Later(later.After, later.Throttled, later.Reason),
        Delivery.Ambiguous ambiguous => new EffectResult.Ambiguous(ambiguous.Reason),
        Delivery.Gone => new EffectResult.Refused("message_gone"),
        Delivery.Refused refused => new EffectResult.Refused(refused.Reason),
        _ => throw new InvalidOperationException("unknown delivery"),
    };
}
