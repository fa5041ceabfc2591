using System.Globalization;

namespace IntroBot.Ledger;

/// <summary>What owns an outbox: one partition of <see cref="Table.Intro"/> or <see cref="Table.KudosQ"/>. The partition's name holds no <c>|</c>.</summary>
public readonly record struct Aggregate(Table Table, string Partition)
{
    /// <summary>The name in keys: <c>table.partition</c>, lower case.</summary>
    public override string ToString() => $"{Table.ToString().ToLowerInvariant()}.{Partition}";

    internal static Aggregate? Parse(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Enum.TryParse<Table>(name[..dot], ignoreCase: true, out var table) ? new Aggregate(table, name[(dot + 1)..]) : null;
}

/// <summary>
/// Something owed to the world after a commit, in ids only: never a name, an address or a typed sentence. <paramref name="Seq"/> orders it in its outbox.
/// Effects of one <paramref name="Lane"/> keep their order; lanes run side by side, so a lane that has to wait does not hold up the others.
/// An aggregate with a head counts <paramref name="Seq"/> there (1 to 9,999,999,999) and leaves <paramref name="Id"/> out; one without (a channel's thanks) gives UTC ticks and an id.
/// </summary>
public sealed record Effect(long Seq, string Kind, string Lane, IReadOnlyDictionary<string, string> Data, int Attempts = 0, string? Id = null)
{
    /// <summary>What follows <c>o|</c> in the outbox and <c>x|</c> when parked: ten digits, or nineteen and the id.</summary>
    public string Key => Id is null ? Seq.ToString("D10", CultureInfo.InvariantCulture) : $"{Seq.ToString("D19", CultureInfo.InvariantCulture)}|{Id}";

    internal static Effect At(string key, string kind, string lane, IReadOnlyDictionary<string, string> data, int attempts)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        var seq = long.Parse(bar < 0 ? key : key[..bar], CultureInfo.InvariantCulture);
        return new Effect(seq, kind, lane, data, attempts, bar < 0 ? null : key[(bar + 1)..]);
    }
}

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

    /// <summary>A defect threw: parked after a few attempts, however short the time.</summary>
    internal sealed record Threw(string Reason) : EffectResult;
}

/// <summary>Carries effects out. The feature side of the pump.</summary>
public interface IEffects
{
    /// <summary>Whether this effect may be repeated after an unclear answer.</summary>
    Repeats Policy(Effect effect);

    /// <summary>How many of the pending effects, from the first of a lane on, are carried out as one (thanks gathered in one post). At least 1.
    /// Zero or negative time means now; a positive one asks to wait that long for more to gather. At most 40 are taken at once. Effects that wait for another attempt are part of the lane.</summary>
    (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now);

    /// <summary>Carries the effects out, as one, within two thirds of a lease (20 s); then the token is cancelled and the outcome counts as ambiguous. An exception other than
    /// <see cref="StoreUnavailableException"/> is a defect. What the effect records goes into <see cref="EffectResult.Done.Writes"/>, as inserts or upserts, not into a commit of its own.</summary>
    Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> effects, CancellationToken cancellation);

    /// <summary>A moment that <see cref="Timers"/> planned has come: never called before it, called at least once, again after a crash or an exception. Whoever answers reads how things
    /// stand and does nothing when they moved on. Returns when to be called again, null when all is done.</summary>
    Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation);
}
