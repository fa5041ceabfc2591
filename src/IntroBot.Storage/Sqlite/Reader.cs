using System.Globalization;
using IntroBot.Ledger;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>A connection that reads the last durable state while the writer writes. One caller at a time.</summary>
internal sealed class Reader : IDisposable
{
    private const string Columns = "SELECT key, body, etag, op, v FROM rows WHERE tbl = @tbl AND partition = @partition";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get, _query;

    public Reader(string path)
    {
        _connection = Database.OpenForReading(path);
        _get = _connection.Prepare(Columns + " AND key = @key");
        _query = _connection.Prepare(Columns + " AND key >= @from AND key < @to AND key > @after ORDER BY key LIMIT @limit", "from", "to", "after", "limit");
    }

    public Row? Get(Table table, string partition, string key)
    {
        _get.Parameters["@tbl"].Value = table.Stored();
        _get.Parameters["@partition"].Value = partition;
        _get.Parameters["@key"].Value = key;
        using var rows = _get.ExecuteReader();
        return rows.Read() ? Read(partition, rows) : null;
    }

    public Page Query(Table table, string partition, string from, string to, int take, string? continuation)
    {
        _query.Parameters["@tbl"].Value = table.Stored();
        _query.Parameters["@partition"].Value = partition;
        _query.Parameters["@from"].Value = from;
        _query.Parameters["@to"].Value = to;
        _query.Parameters["@after"].Value = continuation ?? "";
        _query.Parameters["@limit"].Value = take + 1;
        using var rows = _query.ExecuteReader();
        var found = new List<Row>();
        while (found.Count < take && rows.Read())
        {
            found.Add(Read(partition, rows));
        }

        return new Page(found, found.Count == take && rows.Read() ? found[^1].Key : null);
    }

    public void Dispose()
    {
        _get.Dispose();
        _query.Dispose();
        _connection.Dispose();
    }

    private static Row Read(string partition, SqliteDataReader row) => new(
        partition,
        row.GetString(0),
        row.GetFieldValue<byte[]>(1),
        row.GetInt64(2).ToString(CultureInfo.InvariantCulture),
        new Guid(row.GetFieldValue<byte[]>(3)),
        row.GetInt32(4));
}
