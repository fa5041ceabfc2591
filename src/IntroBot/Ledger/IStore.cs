namespace IntroBot.Ledger;

/// <summary>
/// The store, at the level of what Azure Tables guarantees: single-row reads, atomic conditional commits within one partition, and range queries in key order.
/// Both implementations enforce the stricter of both stores' limits .
/// </summary>
public interface IStore
{
    /// <summary>Reads one row, or null.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation);

    /// <summary>Applies a commit. Once sent it is not cancelled; a lost answer is settled by reading <c>op</c> again.</summary>
    /// <exception cref="StoreUnavailableException">The outcome is unknown and could not be settled.</exception>
    /// <exception cref="ArgumentException">A limit is broken: a defect in the caller.</exception>
    Task<CommitResult> Commit(Commit commit, CancellationToken cancellation);

    /// <summary>Reads the rows with <c>from &lt;= key &lt; to</c> in key order, filled up to <paramref name="take"/> (1 to 1,000) unless the range ends.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation);
}
