using System.Diagnostics;
using System.Text;
using IntroBot.Conversation;
using IntroBot.Recognition;

namespace IntroBot.Tests.Recognition;

public class NoBountyTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Corpus() => File.ReadAllLines(Files.InRepository("tests/IntroBot.Tests/Recognition/NoBountyCorpus.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[1], cells[2]));

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Thanks_are_judged_as_the_corpus_decided(string decision, string language, string text)
    {
        Assert.Equal(decision, NoBounty.Check(text, LanguageOf(language))?.Kind.ToString() ?? "pass");
    }

    [Fact]
    public void The_corpus_has_at_least_sixty_of_each_in_both_languages()
    {
        var counts = Corpus().CountBy(row => (Pass: row.Data.Item1 == "pass", Language: row.Data.Item2)).ToDictionary();
        output.WriteLine($"n = {counts.Values.Sum()}: {string.Join(", ", counts.Select(pair => $"{(pair.Key.Pass ? "pass" : "refused")} {pair.Key.Language} {pair.Value}"))}");
        Assert.Equal(4, counts.Count);
        Assert.All(counts, pair => Assert.True(pair.Value >= 60, $"{pair.Key}: {pair.Value}"));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_decision_stands_whatever_the_case_the_sentence_around_it_and_the_reader(string decision, string language, string text)
    {
        var pass = decision == "pass";
        Assert.Equal(pass, NoBounty.Check(text.ToUpperInvariant().Replace("PRIMÉ", "primé", StringComparison.Ordinal), LanguageOf(language)) is null);
        Assert.Equal(pass, NoBounty.Check($"Thank you. {text}. Merci.", Language.En) is null);
        Assert.Equal(pass, NoBounty.Check($"«\u00A0{text}\u00A0»\n🎉", Language.Fr) is null);
    }

    [Fact]
    public void A_refusal_says_what_was_found_and_what_to_write_instead()
    {
        Assert.Equal(
            "“Gift card” is spent like money. Thanks here are recognition, never a bounty. Write about the person and what they did, or name a keepsake without a price: a T-shirt, a book, a lunch with the team.",
            NoBounty.Check("Gift card 50", Language.En)!.Sentence);
        Assert.Equal(
            "«\u00A02\u202F000\u00A0€\u00A0» est une somme d’argent. Ici, on remercie, on ne paie pas. Écrivez plutôt ce que la personne a fait, ou nommez un souvenir sans prix\u00A0: un T-shirt, un livre, un déjeuner avec l’équipe.",
            NoBounty.Check("Merci\u202F! 2\u202F000\u00A0€ pour toi", Language.Fr)!.Sentence);
    }

    [Fact]
    public void What_was_found_is_shortened_between_characters()
    {
        var found = NoBounty.Check("1" + string.Concat(Enumerable.Repeat("𝟘", 400)) + " €", Language.En)!.Found;
        Assert.True(found.Length <= 61);
        Assert.DoesNotContain(found.Take(found.Length - 1).Index(), pair => char.IsHighSurrogate(pair.Item) && !char.IsLowSurrogate(found[pair.Index + 1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\uD800")]
    [InlineData("\uDC00 bien")]
    [InlineData("...!?;")]
    [InlineData("$a")]
    public void Odd_texts_are_judged_without_a_fault(string text) => Assert.True(NoBounty.Check(text) is null || text.Contains('$', StringComparison.Ordinal));

    [Fact]
    public void Two_kibibytes_of_anything_take_less_than_ten_milliseconds()
    {
        const int Seed = 20261123;
        var random = new Random(Seed);
        string[] pieces = ["prime ", "a ", "b-", "# ", "100 ", "€", "de ", "d'", "points ", "% of ", "\u0301", "\uFDFA", "ﬃ", "㎏", "no ", "pas de ", "the ", "euro ", "\u200B", "💶", "k ", "𝟘", ". ", "paid ", "carte ", "!", "\n"];
        var texts = pieces.Select(piece => Fill(() => piece)).Concat(Enumerable.Range(0, 400).Select(_ => Fill(() => pieces[random.Next(pieces.Length)])))
            .Concat(Enumerable.Range(0, 400).Select(_ => Fill(() => ((char)random.Next(0x20, 0xFFFF)).ToString()))).ToList();
        texts.ForEach(text => NoBounty.Check(text));
        var (slowest, worst) = texts.Select(text => (Time: Enumerable.Range(0, 5).Min(_ => Time(text)), text)).MaxBy(timed => timed.Time);
        output.WriteLine($"n = {texts.Count}, seed {Seed}: slowest {slowest.TotalMilliseconds:F2} ms, for {Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(worst[..8]))}");
        Assert.True(slowest < TimeSpan.FromMilliseconds(10), $"{slowest.TotalMilliseconds} ms");
    }

    private static string Fill(Func<string> piece)
    {
        var text = "";
        while (text.Length < 2048)
        {
            text += piece();
        }

        return text[..2048];
    }

    private static TimeSpan Time(string text)
    {
        var start = Stopwatch.GetTimestamp();
        NoBounty.Check(text);
        return Stopwatch.GetElapsedTime(start);
    }

    private static Language LanguageOf(string language) => language == "fr" ? Language.Fr : Language.En;
}
