namespace IntroBot.Ledger;

/// <summary>What becomes of effects after one attempt.</summary>
internal abstract record Verdict
{
    public sealed record Complete(IReadOnlyList<Write> Writes) : Verdict;

    public sealed record Again(DateTimeOffset At, bool Counts) : Verdict;

    public sealed record Park(string Reason) : Verdict;

    /// <summary>Twice is worse than never where repeats are forbidden; loss is worse elsewhere, so there only a defect or a very long refusal parks.</summary>
    public static Verdict Of(EffectResult result, Repeats policy, IReadOnlyList<OutboxRow> batch, Instance host) => result switch
    {
        EffectResult.Done done => new Complete(done.Writes),
        EffectResult.Refused refused => new Park(refused.Reason),
        EffectResult.Ambiguous unclear when policy == Repeats.Forbidden => new Park($"needs a look: {unclear.Reason}"),
        EffectResult.Threw threw when policy == Repeats.Forbidden => new Park($"needs a look: {threw.Reason}"),
        EffectResult.Later { Throttled: true } later => new Again(host.Now + later.After, Counts: false),
        EffectResult.Later later => Retry(later.Reason, later.After, host.Options.Patience, batch, host),
        EffectResult.Ambiguous unclear => Retry(unclear.Reason, TimeSpan.Zero, host.Options.Patience, batch, host),
        EffectResult.Threw threw => Retry(threw.Reason, TimeSpan.Zero, TimeSpan.Zero, batch, host),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    private static Verdict Retry(string reason, TimeSpan atLeast, TimeSpan patience, IReadOnlyList<OutboxRow> batch, Instance host)
    {
        var attempts = batch.Max(row => row.Effect.Attempts) + 1;
        var since = batch.Min(row => row.FirstTried) ?? host.Now;
        if (attempts >= host.Options.Attempts && host.Now - since >= patience)
        {
            return new Park(reason);
        }

        var pause = host.Pause(host.Options.FirstPause, host.Options.LongestPause, attempts);
        return new Again(host.Now + (pause > atLeast ? pause : atLeast), Counts: true);
    }
}
