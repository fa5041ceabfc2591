using IntroBot.Storage.Sqlite;

namespace IntroBot.Tests.Store;

/// <summary>A SQLite store in a folder of its own, which disappears with it.</summary>
internal sealed class TemporarySqlite : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("introbot-");

    public TemporarySqlite() => Store = Open();

    public string Path => System.IO.Path.Combine(_folder.FullName, "introbot.db");

    public SqliteStore Store { get; private set; }

    /// <summary>Closes the store and opens it again, as a restart does.</summary>
    public void Restart()
    {
        Store.Dispose();
        Store = Open();
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }

    private SqliteStore Open() => SqliteStore.Open(Path, TimeProvider.System);
}
