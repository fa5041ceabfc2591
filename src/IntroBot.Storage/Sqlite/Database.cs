using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Opens connections to the file with the pragmas that make an acknowledged commit durable (sqlite.org/pragma.html).</summary>
internal static class Database
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS rows(
            tbl TEXT NOT NULL, partition TEXT NOT NULL, key TEXT NOT NULL,
            body BLOB NOT NULL, etag INTEGER NOT NULL, op BLOB NOT NULL, v INTEGER NOT NULL,
            PRIMARY KEY(tbl, partition, key)) WITHOUT ROWID;
        """;

    /// <summary>Opens the writer's connection, checks the file and makes the table where there is none.</summary>
    /// <exception cref="StorageSettingException">The file is damaged, is no database, or stands where it cannot be written safely.</exception>
    public static SqliteConnection OpenForWriting(string path)
    {
        try
        {
            CreatePrivately(path);
            var connection = Open(path);
            Require(connection, path, "PRAGMA journal_mode = WAL", "wal", "the file system does not support write-ahead logging; use a local disk");
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
            Require(connection, path, "PRAGMA synchronous", "2", "SQLite does not write through to the disk");
            Require(connection, path, "PRAGMA integrity_check(1)", "ok", "the database is damaged; restore it from a backup");
            connection.Execute(Schema);
            return connection;
        }
        catch (SqliteException broken)
        {
            throw new StorageSettingException($"Storage:Path: '{path}' cannot be opened as a SQLite database: {broken.Message}", broken);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new StorageSettingException($"Storage:Path: '{path}' cannot be written: {denied.Message}", denied);
        }
    }

    /// <summary>Opens a connection that reads beside the writer.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        var connection = Open(path);
        connection.Execute("PRAGMA query_only = ON");
        return connection;
    }

    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 5000");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    // The file holds people's details: on Unix only the host's user may read it (SQLite gives its side files the same mode).
    private static void CreatePrivately(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            new FileStream(path, options).Dispose();
        }
    }

    private static void Require(SqliteConnection connection, string path, string question, string expected, string otherwise)
    {
        var answer = connection.Ask(question);
        if (answer != expected)
        {
            connection.Dispose();
            throw new StorageSettingException($"Storage:Path: '{path}': {otherwise} ({question} says '{answer}').");
        }
    }
}
