using System.Text.RegularExpressions;

namespace IntroBot.Tests.Contact;

/// <summary>The obligations' table points at tests that are there.</summary>
public sealed partial class TheObligations
{
    [Fact]
    public void Every_test_that_is_pointed_at_is_there()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs/privacy/obligations.md")).Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(rows.Count > 20, "every line of the table is read");
        Assert.All(rows, row => Assert.True(Named().IsMatch(Proof(row)) || Proof(row).Contains("](", StringComparison.Ordinal) || Proof(row).Contains("reason given", StringComparison.Ordinal), $"no test and no reason: {row}"));
        Assert.All(rows.SelectMany(row => Named().Matches(Proof(row)).Select(static match => match.Groups[1].Value.Split('.'))), name =>
        {
            Assert.True(Regex.IsMatch(tests, $@"class {name[0]}\b"), $"there is no test class {name[0]}");
            Assert.True(name.Length == 1 || tests.Contains($" {name[1]}(", StringComparison.Ordinal), $"there is no test {string.Join('.', name)}");
        });
    }

    private static string Proof(string row) => row.TrimEnd(' ', '|').Split(" | ")[^1];

    [GeneratedRegex(@"`([A-Z]\w+(?:\.[A-Z]\w+)?)`")]
    private static partial Regex Named();
}
