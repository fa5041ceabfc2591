using System.Text.Json;

namespace IntroBot.Ledger;

/// <summary>
/// The right to carry out what one aggregate owes. Whatever its holder writes there replaces the lease row too, so a holder who was overtaken writes nothing.
/// Clocks only decide when somebody tries to overtake; the ETag decides who may write.
/// </summary>
internal sealed class Lease : IDisposable
{
    private const string Key = "lease";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Instance _host;
    private readonly Aggregate _aggregate;
    private string _etag;
    private DateTimeOffset _written;

    private Lease(Instance host, Aggregate aggregate, string etag, DateTimeOffset written) => (_host, _aggregate, _etag, _written) = (host, aggregate, etag, written);

    /// <summary>Whether somebody else has it by now, or the store did not say.</summary>
    public bool Lost { get; private set; }

    private TimeSpan Age => _host.Now - _written;

    /// <summary>Takes the lease, or null when another host holds it.</summary>
    public static async Task<Lease?> Take(Instance host, Aggregate aggregate)
    {
        var row = await host.Store.Get(aggregate.Table, aggregate.Partition, Key, CancellationToken.None);
        if (row is not null && HeldByAnother(row, host))
        {
            return null;
        }

        var asked = host.Now;
        var body = Body(host, asked + host.Options.Lease);
        Write write = row is null ? new Write.Insert(Key, body) : new Write.Replace(Key, body, row.ETag);
        var result = await host.Store.Commit(new Commit(aggregate.Table, aggregate.Partition, host.NewId(), [write]), CancellationToken.None);
        return result.Committed ? new Lease(host, aggregate, result.ETags[0]!, asked) : null;
    }

    /// <summary>Renews before a side effect, unless a write has just proved that the lease is held. False when it is lost, or when the proof was so long under way that it may be.</summary>
    public async Task<bool> Fence()
    {
        if (!Lost && Age >= _host.Options.Lease / 30)
        {
            await Commit([]);
            Lost |= Age >= _host.Options.Lease / 2;
        }

        return !Lost;
    }

    /// <summary>Commits the writes and renews, or writes nothing. A store that does not answer is asked again, the same commit under the same conditions: it happens once.</summary>
    /// <exception cref="StoreUnavailableException">The store kept silent; the lease counts as lost.</exception>
    public Task<CommitResult> Commit(IReadOnlyList<Write> writes) => Commit(writes, _host.Options.Lease);

    /// <summary>Writes no more: what came back shows that somebody else was here.</summary>
    public void Abandon() => Lost = true;

    /// <summary>Lets others take it at once.</summary>
    public Task Release() => Lost ? Task.CompletedTask : Commit([], TimeSpan.Zero);

    public void Dispose() => _turn.Dispose();

    private static bool HeldByAnother(Row row, Instance host)
    {
        var lease = JsonSerializer.Deserialize(row.Body.Span, Stored.Default.StoredLease)!;
        return lease.Until > host.Now && lease.Owner != host.Owner && !host.Options.Alone;
    }

    private static byte[] Body(Instance host, DateTimeOffset until) => Stored.Body(new StoredLease(host.Owner, until));

    private async Task<CommitResult> Commit(IReadOnlyList<Write> writes, TimeSpan length)
    {
        await _turn.WaitAsync();
        try
        {
            if (Lost)
            {
                return new CommitResult(Outcome.Stale, writes.Count, []);
            }

            var asked = _host.Now;
            var renewal = new Write.Replace(Key, Body(_host, asked + length), _etag);
            var commit = new Commit(_aggregate.Table, _aggregate.Partition, _host.NewId(), [.. writes, renewal]);
            return Note(await Send(commit), asked, commit);
        }
        finally
        {
            _turn.Release();
        }
    }

    private CommitResult Note(CommitResult result, DateTimeOffset asked, Commit commit)
    {
        Lost |= !result.Committed && result.Index == commit.Writes.Count - 1;
        if (result.Committed)
        {
            _etag = result.ETags[^1]!;
            _written = asked;
        }

        return result;
    }

    private async Task<CommitResult> Send(Commit commit)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var result = await _host.Store.Commit(commit, CancellationToken.None);
                return result.Committed || attempt == 0 ? result : await Settle(commit, result);
            }
            catch (StoreUnavailableException) when (attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], _host.Time);
            }
            catch (StoreUnavailableException)
            {
                Lost = true;
                throw;
            }
        }
    }

    private async Task<CommitResult> Settle(Commit commit, CommitResult refused)
    {
        var row = await _host.Store.Get(commit.Table, commit.Partition, Key, CancellationToken.None);
        return row?.Op == commit.Op ? new CommitResult(Outcome.Committed, -1, [.. commit.Writes.SkipLast(1).Select(_ => (string?)null), row.ETag])
            : row?.ETag == _etag ? refused
            : new CommitResult(Outcome.Stale, commit.Writes.Count - 1, []);
    }
}
