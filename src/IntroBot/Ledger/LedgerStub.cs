namespace IntroBot.Ledger;
/// <summary>x</summary>
public sealed class Ledger { 
/// <summary>x</summary>
public Task<CommitResult> Commit(Aggregate a, IReadOnlyList<Write> w, IReadOnlyList<Effect> e, CancellationToken c) => throw new NotSupportedException(); }
