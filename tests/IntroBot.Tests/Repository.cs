namespace IntroBot.Tests;

/// <summary>Where the checkout is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside their repository.")
        : File.Exists(Path.Combine(folder.FullName, "IntroBot.sln")) ? folder.FullName
        : Find(folder.Parent);
}
