using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntroBot.Slack;
using IntroBot.Teams;

namespace IntroBot.Tests.Architecture;

/// <summary>What README lists is what there is: settings, packages, folders, commands, pictures.</summary>
public sealed partial class TheReadme
{
    private const int LightEnough = 150 * 1024;

    private static readonly string s_text = File.ReadAllText(InRepository("README.md"));

    [Fact]
    public void Every_setting_is_explained_and_none_that_is_not_there()
    {
        Assert.Equal(Read().Order(StringComparer.Ordinal), FirstColumn("Settings").SelectMany(static cell => Code().Matches(cell)).Select(static key => key.Groups[1].Value).Order(StringComparer.Ordinal));

        // Those of the platforms are the properties of their options; the rest stand in the source where they are read.
        static IEnumerable<string> Read() => Source().SelectMany(static text => Setting().Matches(text)).Select(static key => key.Groups[1].Value)
            .Concat(Options<SlackOptions>(SlackOptions.Section)).Concat(Options<TeamsOptions>(TeamsOptions.Section)).Concat(["PublicBaseUrl", "Proxies", "Storage:Tables", "Storage:Path", "Storage:Erasures"])
            .Where(static key => key != "Playground:Added").Distinct();
    }

    [Fact]
    public void Every_package_has_its_reason_and_no_other()
    {
        var central = XDocument.Load(InRepository("Directory.Packages.props")).Descendants("PackageVersion").Select(static package => package.Attribute("Include")!.Value);
        using var npm = JsonDocument.Parse(File.ReadAllText(InRepository("tests/package.json")));
        var node = npm.RootElement.GetProperty("devDependencies").EnumerateObject().Select(static package => package.Name);

        var told = FirstColumn("Dependencies").SelectMany(static cell => Remark().Replace(cell, "").Split(", "));

        Assert.Equal(central.Concat(node).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_has_its_place()
    {
        var projects = Directory.EnumerateFiles(InRepository("src"), "*.csproj", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(InRepository("tests"), "*.csproj", SearchOption.AllDirectories))
            .Where(static file => !file.Contains("node_modules", StringComparison.Ordinal)).Select(static file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'));

        Assert.Equal(projects.Concat(["manifests", "deploy"]).Order(StringComparer.Ordinal), FirstColumn("Where things are").Select(static cell => cell.Trim('`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_build_command_is_one_that_build_takes()
    {
        var build = File.ReadAllText(InRepository("build"));
        var told = Documents().SelectMany(static text => BuildCommand().Matches(text)).Select(static command => command.Groups[1].Value).Distinct().ToList();

        Assert.Contains("test", told);
        Assert.All(told, command => Assert.Contains($"\n  {command}) ", build, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        foreach (var document in Markdown())
        {
            var links = Link().Matches(File.ReadAllText(document)).Select(static link => link.Groups[1].Value).Where(static target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith('?'));
            Assert.All(links, target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0])), $"{document}: {target}"));
        }
    }

    [Fact]
    public void Every_picture_is_shown_and_light()
    {
        var pictures = Directory.GetFiles(InRepository("docs/pictures"));

        Assert.All(pictures, static picture => Assert.Contains($"docs/pictures/{Path.GetFileName(picture)})", s_text, StringComparison.Ordinal));
        Assert.All(pictures, static picture => Assert.True(new FileInfo(picture).Length < LightEnough, $"{picture} has {new FileInfo(picture).Length} bytes"));
    }

    private static string InRepository(string path) => Path.Combine(Repository.Root, path);

    private static IEnumerable<string> Source() =>
        Directory.EnumerateFiles(InRepository("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static IEnumerable<string> Markdown() => Directory.EnumerateFiles(InRepository("docs"), "*.md", SearchOption.AllDirectories).Append(InRepository("README.md")).Append(InRepository("CHANGELOG.md"));

    private static IEnumerable<string> Documents() => Markdown().Select(File.ReadAllText);

    private static IEnumerable<string> Options<T>(string section) => typeof(T).GetProperties().Where(static property => !property.GetMethod!.IsStatic).Select(property => $"{section}:{property.Name}");

    // The first column of the table under a heading.
    private static IEnumerable<string> FirstColumn(string heading) =>
        s_text.Split($"\n## {heading}\n")[1].Split("\n## ")[0].Split('\n').Where(static line => line.StartsWith('|')).Skip(2).Select(static line => line.Split('|')[1].Trim());

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@" \(.*\)$")]
    private static partial Regex Remark();

    [GeneratedRegex("\"((?:Programme|Keys|Storage|Slack|Teams|Playground|Shutdown|Hooks):[A-Za-z]+)\"")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\./build ([a-z]+)")]
    private static partial Regex BuildCommand();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
