using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Prepares commands once, to be run many times on one connection.</summary>
internal static class Prepared
{
    /// <summary>Prepares a command whose parameters are those named and, when it asks for them, the three of the row's key.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in (ReadOnlySpan<string>)["tbl", "partition", "key", .. parameters])
        {
            if (sql.Contains("@" + name, StringComparison.Ordinal))
            {
                command.Parameters.Add(new SqliteParameter("@" + name, DBNull.Value));
            }
        }

        command.Prepare();
        return command;
    }
}
