using System.Globalization;
using IntroBot.Ledger;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>The writer's prepared statements, and a commit as a run of them. Used by the writer's thread only.</summary>
internal sealed class Statements : IDisposable
{
    private const string Where = " WHERE tbl = @tbl AND partition = @partition AND key = @key";
    // Older than any row: what a caller holds of a row that somebody else has written since.
    private const string Superseded = "0";
    private const string Add = "INSERT INTO rows(tbl, partition, key, body, etag, op, v) VALUES (@tbl, @partition, @key, @body, @new, @op, 1)";

    private readonly SqliteCommand _insert, _upsert, _replace, _delete, _find, _savepoint, _release, _undo;
    private long _etag;

    /// <summary>Prepares the statements; <paramref name="etag"/> is greater than every ETag handed out before.</summary>
    public Statements(SqliteConnection connection, long etag)
    {
        _etag = etag;
        _insert = connection.Prepare(Add + " ON CONFLICT DO NOTHING", "body", "new", "op");
        _upsert = connection.Prepare(Add + " ON CONFLICT DO UPDATE SET body = excluded.body, etag = excluded.etag, op = excluded.op, v = excluded.v", "body", "new", "op");
        _replace = connection.Prepare("UPDATE rows SET body = @body, etag = @new, op = @op, v = 1" + Where + " AND etag = @etag", "body", "new", "op", "etag");
        _delete = connection.Prepare("DELETE FROM rows" + Where + " AND (@etag IS NULL OR etag = @etag)", "etag");
        _find = connection.Prepare("SELECT etag, op FROM rows" + Where);
        _savepoint = connection.Prepare("SAVEPOINT one");
        _release = connection.Prepare("RELEASE one");
        _undo = connection.Prepare("ROLLBACK TO one");
    }

    /// <summary>Applies a commit inside the open transaction; a refused one leaves nothing behind.</summary>
    public CommitResult Apply(Commit commit)
    {
        _savepoint.ExecuteNonQuery();
        var etags = new string?[commit.Writes.Count];
        for (var i = 0; i < etags.Length; i++)
        {
            if (Apply(commit, commit.Writes[i], out etags[i]) is { } refusal)
            {
                _undo.ExecuteNonQuery();
                _release.ExecuteNonQuery();
                return Repeated(commit) ?? new CommitResult(refusal, i, []);
            }
        }

        _release.ExecuteNonQuery();
        return new CommitResult(Outcome.Committed, -1, etags);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _upsert.Dispose();
        _replace.Dispose();
        _delete.Dispose();
        _find.Dispose();
        _savepoint.Dispose();
        _release.Dispose();
        _undo.Dispose();
    }

    private Outcome? Apply(Commit commit, Write write, out string? etag)
    {
        var (command, refusal) = write switch
        {
            Write.Insert => (_insert, Outcome.Exists),
            Write.Upsert => (_upsert, Outcome.Stale),
            Write.Replace => (_replace, Outcome.Stale),
            _ => (_delete, Outcome.Stale),
        };
        Aim(command, commit, write.Key);
        etag = null;
        if (write.NewBody is { } body)
        {
            command.Parameters["@body"].Value = body.ToArray();
            command.Parameters["@new"].Value = ++_etag;
            command.Parameters["@op"].Value = commit.Op.ToByteArray();
            etag = _etag.ToString(CultureInfo.InvariantCulture);
        }

        if (write is Write.Replace or Write.Delete)
        {
            command.Parameters["@etag"].Value = Parse(write);
        }

        return command.ExecuteNonQuery() == 1 ? null : refusal == Outcome.Stale && Find(commit, write.Key) is null ? Outcome.Missing : refusal;
    }

    // The same commit sent again (its first answer was lost on the way) is told that it is done.
    private CommitResult? Repeated(Commit commit)
    {
        var found = commit.Writes.Select(write => write is Write.Delete ? null : Find(commit, write.Key)).ToList();
        return found.Any(row => row?.Op == commit.Op) ? new CommitResult(Outcome.Committed, -1, found.ConvertAll(row => row?.Op == commit.Op ? row.Value.ETag : row is null ? null : Superseded)) : null;
    }

    private (string ETag, Guid Op)? Find(Commit commit, string key)
    {
        Aim(_find, commit, key);
        using var reader = _find.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0).ToString(CultureInfo.InvariantCulture), new Guid(reader.GetFieldValue<byte[]>(1))) : null;
    }

    private static void Aim(SqliteCommand command, Commit commit, string key)
    {
        command.Parameters["@tbl"].Value = commit.Table.Stored();
        command.Parameters["@partition"].Value = commit.Partition;
        command.Parameters["@key"].Value = key;
    }

    private static object Parse(Write write) => (write is Write.Replace replace ? replace.ETag : ((Write.Delete)write).ETag) switch
    {
        null => DBNull.Value,
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var etag) => etag,
        _ => -1L,
    };
}
