using System.Text.RegularExpressions;
using IntroBot.Slack;
using IntroBot.Teams;

namespace IntroBot.Tests.Manifests;

/// <summary>The two guides from nothing to an installed app say what the code does.</summary>
public sealed partial class TheGuides
{
    private static readonly string s_source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

    [Theory]
    [InlineData("connect-teams.md", "Teams", typeof(TeamsOptions))]
    [InlineData("connect-slack.md", "Slack", typeof(SlackOptions))]
    public void Every_setting_is_explained_and_none_that_is_not_there(string guide, string section, Type options)
    {
        var explained = Regex.Matches(Read(guide), $@"\b{section}(?::|__)(\w+)").Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(options.GetProperties().Where(static property => !property.GetMethod!.IsStatic).Select(static property => property.Name).Order(StringComparer.Ordinal), explained);
    }

    [Theory]
    [InlineData("connect-teams.md", 15)]
    [InlineData("connect-slack.md", 4)]
    public void What_it_quotes_from_the_log_is_said_there(string guide, int atLeast)
    {
        var quoted = Quoted().Matches(Read(guide)).SelectMany(static match => Sentence().Matches(match.Value)).Select(static match => match.Groups[1].Value).ToList();

        Assert.True(quoted.Count >= atLeast, $"only {quoted.Count} are quoted");
        Assert.DoesNotContain(quoted, static sentence => !s_source.Contains(Fixed().Replace(sentence, ""), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("connect-teams.md")]
    [InlineData("connect-slack.md")]
    public void It_builds_the_app_with_settings_that_the_build_takes(string guide)
    {
        var taken = File.ReadAllText(Path.Combine(Repository.Root, "build"));
        var given = Given().Matches(Continued().Replace(Read(guide), " ")).SelectMany(static line => Key().Matches(line.Value)).Select(static key => key.Groups[1].Value).ToList();

        Assert.NotEmpty(given);
        Assert.All(given, key => Assert.Contains($"      {key}=*)", taken, StringComparison.Ordinal));
    }

    private static string Read(string guide) => File.ReadAllText(Path.Combine(Repository.Root, "docs", guide));

    [GeneratedRegex("log: [^|]*")]
    private static partial Regex Quoted();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Sentence();

    // What stands for a value: a code in brackets or after a colon.
    [GeneratedRegex(@"( \([a-z_0-9]+\)|: (AADSTS\d+|\w+Exception))$")]
    private static partial Regex Fixed();

    [GeneratedRegex(@"\./build manifests [^\n`]*")]
    private static partial Regex Given();

    [GeneratedRegex(@" ([A-Z][A-Za-z:]+)=")]
    private static partial Regex Key();

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continued();
}
