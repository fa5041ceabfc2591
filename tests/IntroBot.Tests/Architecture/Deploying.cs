using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace IntroBot.Tests.Architecture;

/// <summary>What `deploy/` holds, as far as it can be tried without a cloud.</summary>
public sealed partial class Deploying
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "deploy");

    [Fact]
    public async Task Microsofts_compiler_finds_nothing_to_say_about_the_template_and_its_parameters()
    {
        Assert.Equal("", await Bicep("build", "main.bicep"));
        Assert.Equal("", await Bicep("build-params", "main.bicepparam"));
    }

    [Fact]
    public void Every_setting_is_one_that_the_readme_explains()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var told = Directory.EnumerateFiles(s_folder, "*", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "docs/deploy.md"))
            .SelectMany(static file => Setting().Matches(File.ReadAllText(file))).Select(static key => key.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();

        Assert.Contains("Storage:Tables", told);
        Assert.All(told, key => Assert.Contains($"`{key}`", readme, StringComparison.Ordinal));
    }

    // What it says on its standard error: mistakes and warnings.
    private static async Task<string> Bicep(string command, string file)
    {
        var compiler = typeof(Deploying).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "Bicep").Value!;
        var start = new ProcessStartInfo(compiler, [command, Path.Combine(s_folder, "azure", file), "--stdout"]);
        start.Environment["KEYS_MASTER"] = "a key";
        var (code, template, said) = await Command.Run(start);
        Assert.NotEmpty(template);
        return code == 0 ? said : $"{code}: {said}";
    }

    [GeneratedRegex("(?:Programme|Keys|Storage|Slack|Teams)__[A-Za-z]+")]
    private static partial Regex Setting();
}
