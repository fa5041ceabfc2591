using System.Text;

namespace IntroBot.Tests.Promises;

/// <summary>What the files of a store hold to the byte, a character each: the database, its log, its journal; no lock and no programme.</summary>
internal static class RawBytes
{
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal) && !file.EndsWith(".yaml", StringComparison.Ordinal));

    public static string Of(string folder) => string.Concat(Files(folder).Select(Read));

    public static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
