using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class AnyFileAtAll(ITestOutputHelper output)
{
    [Fact]
    public void Is_read_or_refused_with_lines_that_are_in_it()
    {
        const int Seed = 20261123;
        const int Files = 1000;
        var random = new Random(Seed);
        var whole = File.ReadAllText(Tests.Files.InRepository("docs/programme.example.yaml"));
        string[] pieces = ["\n", "  ", "- ", ": ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "!x ", "|", ">", "---\n", "...\n", "#", "\t", "%", "?", "null", "true", "é", "\uD800", "\u0000", "\uFFFE", "€", "C0", "routes:", ","];
        var read = 0;
        for (var i = 0; i < Files; i++)
        {
            var yaml = Enumerable.Range(0, random.Next(1, 5)).Aggregate(whole, (text, _) => Altered(text, random, pieces));
            try
            {
                ProgrammeFile.Parse(yaml, "programme.yaml");
                read++;
            }
            catch (ProgrammeException refused)
            {
                Assert.NotEmpty(refused.Mistakes);
                Assert.All(refused.Mistakes, mistake => Assert.InRange(mistake.Line, 1, yaml.ReplaceLineEndings("\n").Count(c => c == '\n') + 2));
            }
        }

        output.WriteLine($"n = {Files}, seed {Seed}: {read} read, {Files - read} refused, none failed otherwise");
        Assert.InRange(read, 1, Files - 1);
    }

    private static string Altered(string text, Random random, string[] pieces)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
            1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
            _ => text.Remove(at, 1).Insert(at, pieces[random.Next(pieces.Length)]),
        };
    }
}
