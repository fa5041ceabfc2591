using IntroBot.Storage.Sqlite;

namespace IntroBot.Tests.Store;

/// <summary>A SQLite store in a folder of its own, which disappears with it.</summary>
internal sealed class TemporarySqlite : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("introbot-");

    public TemporarySqlite() => Store = SqliteStore.Open(Path, TimeProvider.System);

    public string Path => System.IO.Path.Combine(_folder.FullName, "introbot.db");

    public SqliteStore Store { get; private set; }

    /// <summary>Closes the store and opens it again, as a restart does.</summary>
    public void Restart(TimeProvider? time = null)
    {
        Store.Dispose();
        Store = SqliteStore.Open(Path, time ?? TimeProvider.System);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
