using System.Security.Cryptography;
using IntroBot.Ledger;

namespace IntroBot.Host;

/// <summary>The master key from the settings; in Development one is made beside the data the first time.</summary>
internal static class KeyFile
{
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var master = builder.Configuration["Keys:Master"] is { Length: > 0 } told ? Convert.FromBase64String(told) : Made(builder);
        var previous = builder.Configuration["Keys:Previous"] is { Length: > 0 } old ? Convert.FromBase64String(old) : null;
        builder.Services.AddSingleton(new Keys(master, previous));
    }

    private static byte[] Made(WebApplicationBuilder builder)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(builder.Configuration["Storage:Path"] ?? "data/introbot.db"))!;
        var file = Path.Combine(folder, "master.key");
        Directory.CreateDirectory(folder);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return Convert.FromBase64String(File.ReadAllText(file));
    }
}
