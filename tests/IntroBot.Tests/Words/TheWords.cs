using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntroBot.Conversation;

namespace IntroBot.Tests.Wording;

/// <summary>Every sentence people read, in both languages, as a careful reader would go over it.</summary>
public sealed partial class TheWords
{
    private static readonly Dictionary<string, string> s_english = Read("Words.resx");
    private static readonly Dictionary<string, string> s_french = Read("Words.fr.resx");

    /// <summary>Words that put somebody in the wrong, or that only programs use.</summary>
    private static readonly string[] s_blame =
    [
        "fail", "failed", "failure", "error", "invalid", "illegal", "forbidden", "denied", "must", "bad", "incorrect", "violation", "exception", "null", "timeout", "candidate", "bonus for",
        "échec", "échoué", "erreur", "invalide", "interdit", "interdite", "vous devez", "incorrecte", "faute", "exception", "candidat", "candidate", "obligatoire",
    ];

    [Fact]
    public void Both_languages_say_the_same_things_in_the_same_order()
    {
        Assert.Equal(s_english.Keys, s_french.Keys);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), s_english.Keys);
        Assert.DoesNotContain(s_english.Keys, static key => !Filled(s_english[key]).SetEquals(Filled(s_french[key])));
    }

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var said = Mentioned().Matches(source).Select(static match => match.Groups[1].Value).ToHashSet();
        Assert.Empty(s_english.Keys.Except(said));
    }

    [Theory]
    [InlineData("'", "an apostrophe that is straight")]
    [InlineData("\"", "a quotation mark that is straight")]
    [InlineData("  ", "two spaces")]
    [InlineData("...", "three points for an ellipsis")]
    public void No_sentence_holds(string what, string means) =>
        Assert.Empty(s_english.Concat(s_french).Where(word => word.Value.Contains(what, StringComparison.Ordinal)).Select(word => $"{word.Key} has {means}"));

    [Fact]
    public void French_has_its_spaces_where_no_line_may_break() =>
        Assert.Empty(s_french.Where(static word => Breaks().IsMatch(word.Value) || WrongWidth().IsMatch(word.Value)).Select(static word => $"{word.Key}: {word.Value}"));

    [Fact]
    public void French_says_vous_and_never_speaks_of_the_contact_as_several_people() =>
        Assert.Empty(s_french.Where(static word => Familiar().IsMatch(word.Value)).Select(static word => $"{word.Key}: {word.Value}"));

    [Fact]
    public void French_fits_whoever_reads_it_and_names_that_begin_with_a_vowel() =>
        Assert.Empty(s_french.Where(static word => Gendered().IsMatch(word.Value) || Elided().IsMatch(word.Value)).Select(static word => $"{word.Key}: {word.Value}"));

    [Fact]
    public void Both_languages_end_alike() =>
        Assert.DoesNotContain(s_english.Keys, static key => End(s_english[key]) != End(s_french[key]));

    [Fact]
    public void What_the_glossary_avoids_is_said_nowhere()
    {
        var avoided = File.ReadLines(Path.Combine(Repository.Root, "docs/words.md")).Select(static line => line.Split('|')).Where(static cells => cells.Length == 6).Skip(2).Select(static cells => cells[4].Split(';')).ToList();
        var english = Terms(avoided.Select(static terms => terms[0]));
        var french = Terms(avoided.Where(static terms => terms.Length > 1).Select(static terms => terms[1]));
        Assert.True(english.Count > 30 && french.Count > 8, $"{english.Count} and {french.Count} terms");
        Assert.Empty(Says(s_english, english).Concat(Says(s_french, french)));
    }

    [Fact]
    public void No_sentence_of_both_platforms_speaks_of_one() =>
        Assert.Empty(s_english.Concat(s_french).Where(static word => (!word.Key.StartsWith("Slack", StringComparison.Ordinal) && word.Value.Contains("Slack", StringComparison.Ordinal))
            || (!word.Key.StartsWith("Slack", StringComparison.Ordinal) && !word.Key.StartsWith("Help", StringComparison.Ordinal) && word.Value.Contains("/intro", StringComparison.Ordinal))
            || (word.Key.StartsWith("Teams", StringComparison.Ordinal) && word.Value.Contains('/', StringComparison.Ordinal))
            || word.Value.Contains("Microsoft Teams", StringComparison.Ordinal)).Select(static word => $"{word.Key}: {word.Value}"));

    [Theory]
    [InlineData(10, "10\u00a0November", "10\u00a0novembre", "mardi 10\u00a0novembre")]
    [InlineData(1, "1\u00a0November", "1er\u00a0novembre", "dimanche 1er\u00a0novembre")]
    public void Days_are_as_people_say_them(int day, string english, string french, string weekday)
    {
        var at = new DateTimeOffset(2026, 11, day, 9, 5, 0, TimeSpan.Zero);
        Assert.Equal($"{english} 2026, 09:05", Phrases.In(Language.En).Moment(at, TimeZoneInfo.Utc));
        Assert.Equal($"{french} 2026 à 9\u00a0h\u00a005", Phrases.In(Language.Fr).Moment(at, TimeZoneInfo.Utc));
        Assert.Equal((french + " 2026", weekday), (Phrases.In(Language.Fr).FullDay(at, TimeZoneInfo.Utc), Phrases.In(Language.Fr).Day(at, TimeZoneInfo.Utc)));
    }

    [Fact]
    public void French_documents_have_their_spaces_too()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/privacy/fr")))
        {
            var text = Code().Replace(File.ReadAllText(file), "");
            Assert.DoesNotMatch(Breaks(), text);
            Assert.DoesNotMatch(WrongWidth(), text);
        }
    }

    [Fact]
    public void Nobody_is_blamed_and_no_program_speaks() =>
        Assert.Empty(s_english.Concat(s_french).Where(static word => s_blame.Any(blame => Regex.IsMatch(word.Value, $@"\b{Regex.Escape(blame)}\b", RegexOptions.IgnoreCase))).Select(static word => $"{word.Key}: {word.Value}"));

    [Fact]
    public void A_sentence_is_short_enough_to_be_read() =>
        Assert.Empty(s_english.Concat(s_french).SelectMany(static word => Sentences().Split(word.Value), static (word, sentence) => (word.Key, Sentence: sentence)).Where(static said => said.Sentence.Split(' ').Length > 32).Select(static said => $"{said.Key}: {said.Sentence}"));

    private static HashSet<string> Filled(string text) => [.. Holes().Matches(text).Select(static match => match.Value)];

    private static char? End(string text) => text.TrimEnd() is [.., ('.' or '?' or '!' or ':' or '…') and var sign] ? sign : null;

    private static HashSet<string> Terms(IEnumerable<string> cells) => [.. cells.SelectMany(static cell => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    // Money is refused by its name, and the notice says what the law says.
    private static IEnumerable<string> Says(Dictionary<string, string> words, HashSet<string> terms) =>
        from word in words
        where !word.Key.StartsWith("NoBounty", StringComparison.Ordinal) && !word.Key.StartsWith("Notice", StringComparison.Ordinal)
        from term in terms
        where Regex.IsMatch(word.Value, $@"\b{Regex.Escape(term)}\b", RegexOptions.IgnoreCase)
        select $"{word.Key} says {term}: {word.Value}";

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src/IntroBot/Words", file)).Root!.Elements("data").ToDictionary(static word => word.Attribute("name")!.Value, static word => word.Element("value")!.Value);

    [GeneratedRegex(@"nameof\(Words\.(\w+)\)")]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"[^\u00A0](:(?!\w)|»)|[^\u202F][;!?]|«[^\u00A0]")]
    internal static partial Regex Breaks();

    [GeneratedRegex(@"\u00A0[;!?]|\u202F[:»]")]
    internal static partial Regex WrongWidth();

    [GeneratedRegex(@"\b(tu|ton|ta|tes|toi|ils|eux)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();

    [GeneratedRegex(@"\bvous (?:\w+ être|êtes|étiez|serez|soyez) \w+[éiu]s?\b|celles et ceux|toutes et tous|[·•]e|\(e\)", RegexOptions.IgnoreCase)]
    private static partial Regex Gendered();

    // Days may follow « le »; names follow nothing that loses its e before a vowel.
    [GeneratedRegex(@"\b(?:de|que|jusque|lorsque|puisque|quoique)\s\{\d\}", RegexOptions.IgnoreCase)]
    private static partial Regex Elided();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[.!?:;])\s|\n")]
    private static partial Regex Sentences();
}
