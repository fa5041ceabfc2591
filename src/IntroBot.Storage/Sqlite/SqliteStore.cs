using System.Collections.Concurrent;
using System.Globalization;
using IntroBot.Ledger;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>The store in one SQLite file, for one host: the default. An acknowledged commit is on the disk.</summary>
public sealed class SqliteStore : IStore, IDisposable
{
    private readonly string _path;
    private readonly HostLock _lock;
    private readonly Writer _writer;
    private readonly ConcurrentBag<Reader> _readers = [];
    private volatile bool _closed;

    private SqliteStore(string path, HostLock taken, Writer writer)
    {
        _path = path;
        _lock = taken;
        _writer = writer;
    }

    /// <summary>Opens the file, made with its folder when there is none, for this process alone.</summary>
    /// <param name="path">The file, for example <c>data/introbot.db</c>; its log, index and lock stand beside it.</param>
    /// <param name="time">Seeds the ETags, so that none is handed out twice even after rows were deleted.</param>
    /// <exception cref="StorageSettingException">Another host has it, it is damaged, or it cannot be written.</exception>
    public static SqliteStore Open(string path, TimeProvider time)
    {
        path = Path.GetFullPath(path);
        MakeFolder(path);
        var taken = HostLock.Take(path);
        try
        {
            var connection = Database.OpenForWriting(path);
            var stored = long.Parse(connection.Ask("SELECT coalesce(max(etag), 0) FROM rows"), CultureInfo.InvariantCulture);
            return new SqliteStore(path, taken, new Writer(connection, Math.Max(stored, time.GetUtcNow().Ticks)));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation)
    {
        Limits.Check(table, partition, key);
        return Read(reader => reader.Get(table, partition, key), cancellation);
    }

    /// <inheritdoc/>
    public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
    {
        Limits.Check(commit);
        return cancellation.IsCancellationRequested ? Task.FromCanceled<CommitResult>(cancellation) : _writer.Commit(commit);
    }

    /// <inheritdoc/>
    public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation)
    {
        Limits.Check(table, partition, from, to, take, continuation);
        return Read(reader => reader.Query(table, partition, from, to, take, continuation), cancellation);
    }

    /// <summary>After an erasure: empties the write-ahead log, so that erased bytes are neither in the file (<c>secure_delete</c>) nor beside it.</summary>
    /// <exception cref="StoreUnavailableException">The log could not be emptied; try again.</exception>
    public Task ScrubLog() => _writer.Truncate();

    /// <summary>Writes what is queued, folds the log into the file, lets the next host in. Reads and commits from now on find the store unavailable.</summary>
    public void Dispose()
    {
        _closed = true;
        CloseReaders();
        _writer.Dispose();
        _lock.Dispose();
    }

    private Task<T> Read<T>(Func<Reader, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        if (_closed)
        {
            return Task.FromException<T>(new StoreUnavailableException("The store is closed."));
        }

        try
        {
            var reader = _readers.TryTake(out var pooled) ? pooled : new Reader(_path);
            try
            {
                return Task.FromResult(read(reader));
            }
            finally
            {
                Return(reader);
            }
        }
        catch (SqliteException failed)
        {
            return Task.FromException<T>(new StoreUnavailableException($"SQLite error {failed.SqliteExtendedErrorCode} while reading.", failed));
        }
    }

    private void Return(Reader reader)
    {
        _readers.Add(reader);
        if (_closed)
        {
            CloseReaders();
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            else
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new StorageSettingException($"Storage:Path: the folder '{folder}' cannot be made: {denied.Message}", denied);
        }
    }
}
