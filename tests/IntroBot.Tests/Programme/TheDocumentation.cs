using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class TheDocumentation
{
    [Fact]
    public void Every_key_is_explained_and_no_other()
    {
        var rows = File.ReadAllLines(Files.InRepository("docs/programme.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Equal(KnownKeys.All.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_reasons_without_reasons_are_named()
    {
        Assert.All(DefaultReasons.All, reason => Assert.Contains($"`{reason.Key}`", File.ReadAllText(Files.InRepository("docs/programme.md")), StringComparison.Ordinal));
        Assert.All(DefaultReasons.All, reason => Assert.All(new[] { reason.Text.En, reason.Text.Fr }, text => Assert.InRange(text.Length, 1, 75)));
        Assert.All(DefaultReasons.All, reason => Assert.NotEqual(reason.Text.En, reason.Text.Fr));
    }

    [Fact]
    public void The_mistakes_it_shows_are_those_the_program_tells()
    {
        var yaml = Example.Least.Replace("C0RECRUIT", "'#tech'\n    recruter: [lea@example.test]", StringComparison.Ordinal);
        var shown = File.ReadAllLines(Files.InRepository("docs/programme.md")).Where(line => line.StartsWith("    programme.yaml:", StringComparison.Ordinal));
        var pale = Example.Least.Insert(Example.Least.IndexOf('\n', StringComparison.Ordinal) + 1, "brand: { color: '#00bb55' }\n");
        Assert.Equal([.. Example.MistakesOf(yaml), .. Example.MistakesOf(pale)], shown.Select(line => line.Trim()));
    }
}
