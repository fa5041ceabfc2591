namespace IntroBot.Tests;

/// <summary>Files of the repository the tests run in.</summary>
internal static class Files
{
    public static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntroBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("these tests run inside the repository");
        }

        return Path.Combine(folder.FullName, path);
    }
}
