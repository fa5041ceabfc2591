using System.Diagnostics;
using System.Globalization;

namespace IntroBot.Tests.Showing;

/// <summary>Something to compile: its name, the type it has to be, its JSON.</summary>
internal sealed record Sample(string Name, string Type, string Json);

/// <summary>Compiles what the bot sends against the types that a platform itself publishes.</summary>
internal static class TypeScript
{
    /// <summary>What the compiler says; empty when it accepts everything. <paramref name="package"/> is the npm package of the types.</summary>
    public static async Task<string> Compile(string package, params IEnumerable<Sample> all)
    {
        var modules = Path.Combine(Repository.Root, "tests/node_modules");
        Assert.True(Directory.Exists(Path.Combine(modules, package)), $"The types of {package} are not installed: run './build test', or 'npm ci' in tests/.");
        var folder = Directory.CreateTempSubdirectory("introbot-types-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), modules);
            var sent = all.ToList();
            var lines = sent.Select(static (one, i) => string.Create(CultureInfo.InvariantCulture, $"// {one.Name}\nexport const sent{i}: {one.Type} = {one.Json};"));
            var types = string.Join(", ", sent.Select(static one => one.Type.TrimEnd('[', ']')).Distinct());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sent.ts"), $"import type {{ {types} }} from \"{package}\";\n{string.Join('\n', lines)}\n");
            var (code, said, _) = await Command.Run(new ProcessStartInfo("node", [Path.Combine(modules, "typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "sent.ts"])
            {
                WorkingDirectory = folder.FullName,
            });
            return said.Length == 0 && code != 0 ? "the compiler did not run" : said;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
