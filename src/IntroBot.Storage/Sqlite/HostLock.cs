namespace IntroBot.Storage.Sqlite;

/// <summary>The right of this process alone to the file: ETags come from a counter in memory, so two hosts would hand out the same one.
/// The operating system lets go of it when the process ends, however it ends; the file itself stays.</summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _held;

    private HostLock(string path) => _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <exception cref="StorageSettingException">Another host holds it, or the folder cannot be written.</exception>
    public static HostLock Take(string path)
    {
        try
        {
            return new HostLock(path + ".lock");
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageSettingException($"Storage:Path: '{path}' cannot be written by this user.", denied);
        }
        catch (IOException taken)
        {
            throw new StorageSettingException(
                $"Storage:Path: another IntroBot is using '{path}'. One SQLite file serves one host; to run several hosts, set Storage:Tables and use Azure Tables.", taken);
        }
    }

    public void Dispose() => _held.Dispose();
}
