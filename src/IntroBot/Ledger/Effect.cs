namespace IntroBot.Ledger;

/// <summary>What owns an outbox: one partition of <see cref="Table.Intro"/> or <see cref="Table.KudosQ"/>.</summary>
public readonly record struct Aggregate(Table Table, string Partition);

/// <summary>
/// Something owed to the world after a commit, in ids only: never a name, an address or a typed sentence. <paramref name="Seq"/> orders it in its outbox.
/// Effects of one <paramref name="Lane"/> keep their order; a lane that has to wait does not hold up the others.
/// </summary>
public sealed record Effect(long Seq, string Kind, string Lane, IReadOnlyDictionary<string, string> Data, int Attempts = 0);

/// <summary>What a repeated delivery costs.</summary>
public enum Repeats
{
    /// <summary>Loss is worse: delivered at least once, again after an unclear answer.</summary>
    Allowed,

    /// <summary>Twice is worse: never sent again after an unclear answer or a crash in between; parked for a person to look at.</summary>
    Forbidden,
}

/// <summary>How an effect ended.</summary>
public abstract record EffectResult
{
    /// <summary>Done; <paramref name="Writes"/> are committed to the aggregate's partition together with the effect's removal.</summary>
    public sealed record Done(IReadOnlyList<Write> Writes) : EffectResult
    {
        /// <summary>Done, with nothing to write.</summary>
        public static Done Nothing { get; } = new([]);
    }

    /// <summary>Not done and certainly not delivered; again after <paramref name="After"/>. A throttled one uses up no attempt.</summary>
    public sealed record Later(TimeSpan After, bool Throttled, string Reason) : EffectResult;

    /// <summary>Nobody can say whether it was delivered.</summary>
    public sealed record Ambiguous(string Reason) : EffectResult;

    /// <summary>It will never be accepted: parked at once.</summary>
    public sealed record Refused(string Reason) : EffectResult;
}

/// <summary>Carries effects out. The feature side of the pump.</summary>
public interface IEffects
{
    /// <summary>Whether this effect may be repeated after an unclear answer.</summary>
    Repeats Policy(Effect effect);

    /// <summary>How many of the pending effects, from the first of a lane on, are carried out as one (thanks gathered in one post). At least 1.
    /// Negative time means now; a positive one asks to wait that long for more to gather.</summary>
    (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now);

    /// <summary>Carries the effects out, as one.</summary>
    Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation);
}
