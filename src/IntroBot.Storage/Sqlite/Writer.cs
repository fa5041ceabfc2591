using System.Collections.Concurrent;
using IntroBot.Ledger;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>
/// The one thread that writes. SQLite's provider is synchronous and the disk is slow, so up to <see cref="GroupSize"/> waiting commits share a transaction and its flush,
/// each in its own savepoint; each is answered only after that transaction is on the disk.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int GroupSize = 64;

    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly SqliteCommand _begin, _commit, _rollback;
    private readonly Thread _thread;
    private bool _closed;

    /// <summary>Starts writing on a connection, which it owns from now on.</summary>
    public Writer(SqliteConnection connection, long etag)
    {
        _connection = connection;
        _statements = new Statements(connection, etag);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>Queues a commit; the task ends when its transaction is durable.</summary>
    public Task<CommitResult> Commit(Commit commit) => Enqueue(commit);

    /// <summary>Copies the write-ahead log into the file and empties it, so that erased bytes are in neither.</summary>
    public Task Truncate() => Enqueue(null);

    /// <summary>Writes what is queued, empties the write-ahead log, closes.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _closed, true))
        {
            _queue.CompleteAdding();
            _thread.Join();
            _begin.Dispose();
            _commit.Dispose();
            _rollback.Dispose();
            _statements.Dispose();
            _connection.Dispose();
            _queue.Dispose();
        }
    }

    private Task<CommitResult> Enqueue(Commit? commit)
    {
        var waiting = new Waiting(commit, new TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            _queue.Add(waiting);
        }
        catch (InvalidOperationException closed)
        {
            return Task.FromException<CommitResult>(new StoreUnavailableException("The store is closed.", closed));
        }

        return waiting.Answer.Task;
    }

    private void Run()
    {
        var group = new List<Waiting>(GroupSize);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < GroupSize && _queue.TryTake(out var next))
            {
                group.Add(next);
            }

            Answer(group);
            group.Clear();
        }
    }

    private void Answer(List<Waiting> group)
    {
        try
        {
            var results = Write(group);
            if (group.Exists(waiting => waiting.Commit is null))
            {
                EmptyLog();
            }

            for (var i = 0; i < group.Count; i++)
            {
                group[i].Answer.SetResult(results[i]);
            }
        }
#pragma warning disable CA1031 // Whatever went wrong with one group, the thread lives on for the next.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            var what = failed is SqliteException sqlite ? $"SQLite error {sqlite.SqliteExtendedErrorCode}" : failed.GetType().Name;
            group.ForEach(waiting => waiting.Answer.TrySetException(new StoreUnavailableException($"{what} while writing.", failed)));
        }
    }

    private List<CommitResult> Write(List<Waiting> group)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var results = group.ConvertAll(waiting => waiting.Commit is { } commit ? _statements.Apply(commit) : default);
            _commit.ExecuteNonQuery();
            return results;
        }
        catch
        {
            // A full disk or an input/output error may have rolled back already.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _rollback.ExecuteNonQuery();
            }

            throw;
        }
    }

    private void EmptyLog()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var answer = command.ExecuteReader();
        if (!answer.Read() || answer.GetInt64(0) != 0)
        {
            throw new SqliteException("The write-ahead log is in use.", SQLitePCL.raw.SQLITE_BUSY);
        }
    }

    private sealed record Waiting(Commit? Commit, TaskCompletionSource<CommitResult> Answer);
}
