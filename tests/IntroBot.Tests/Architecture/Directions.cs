using System.Xml.Linq;

namespace IntroBot.Tests.Architecture;

/// <summary>Which project may know which, as docs/architecture.md draws it.</summary>
public sealed class Directions
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["IntroBot"] = [],
        ["IntroBot.Storage"] = ["IntroBot"],
        ["IntroBot.Slack"] = ["IntroBot"],
        ["IntroBot.Teams"] = ["IntroBot"],
        ["IntroBot.Playground"] = [],
        ["IntroBot.Host"] = ["IntroBot", "IntroBot.Storage", "IntroBot.Slack", "IntroBot.Teams", "IntroBot.Playground"],
    };

    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var referenced = XDocument.Load(project).Descendants("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.Subset(s_allowed[Path.GetFileNameWithoutExtension(project)].ToHashSet(), referenced.ToHashSet());
        }
    }

    [Fact]
    public void The_core_knows_no_platform_web_or_database()
    {
        var known = typeof(Words).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!);

        Assert.DoesNotContain(known, static name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal)
            || name.StartsWith("Azure", StringComparison.Ordinal) || name == "System.Net.Http");
    }
}
