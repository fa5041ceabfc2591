using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;

namespace IntroBot.Programmes;

/// <summary>Reads the programme from its reviewed YAML file; docs/programme.md has every key.</summary>
public static class ProgrammeFile
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Reads a file. <paramref name="path"/> is absolute or relative to the working directory.</summary>
    /// <exception cref="ProgrammeException">It is missing, unreadable or wrong; the message names every mistake, a line each.</exception>
    public static Programme Load(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Length > MostBytes
                ? throw new ProgrammeException($"{path}: larger than {MostBytes / 1024} KiB; a programme file is a few pages")
                : Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)), file.Name, beside => Beside(file, beside));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new ProgrammeException($"{path}: not UTF-8; save it with that encoding", wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProgrammeException($"{path}: cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads a file's text. <paramref name="file"/> is its name, for messages; <paramref name="beside"/> opens a file that it names, by its path from there, null when there is none.</summary>
    /// <exception cref="ProgrammeException">It is wrong; the message names every mistake, a line each.</exception>
    public static Programme Parse(string yaml, string file, Func<string, byte[]?>? beside = null)
    {
        var text = Canonical(yaml);
        var mistakes = new List<Mistake>();
        var programme = Read(text, file, mistakes.Add, beside ?? (static _ => null));
        return mistakes.Count == 0
            ? programme! with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) }
            : throw new ProgrammeException([.. mistakes.Distinct().OrderBy(static mistake => mistake.Line)]);
    }

    private static Programme? Read(string text, string file, Action<Mistake> note, Func<string, byte[]?> beside)
    {
        try
        {
            return Sections.Read(new Value(Yaml.Parse(text), "", note, file), beside);
        }
        catch (YamlException wrong)
        {
            note(new Mistake(file, (int)Math.Max(1, wrong.Start.Line), "", $"not valid YAML: {wrong.Message}"));
            return null;
        }
    }

    private static byte[]? Beside(FileInfo file, string path)
    {
        var found = new FileInfo(Path.Combine(file.DirectoryName!, path));
        return found.Exists && found.Length <= MostBytes ? File.ReadAllBytes(found.FullName) : null;
    }

    /// <summary>Without a byte order mark and with plain line ends, so that a checkout on Windows is the same programme.</summary>
    private static string Canonical(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
}
