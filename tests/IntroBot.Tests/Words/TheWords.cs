using System.Text.RegularExpressions;
using System.Xml.Linq;

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
    public void Nobody_is_blamed_and_no_program_speaks() =>
        Assert.Empty(s_english.Concat(s_french).Where(static word => s_blame.Any(blame => Regex.IsMatch(word.Value, $@"\b{Regex.Escape(blame)}\b", RegexOptions.IgnoreCase))).Select(static word => $"{word.Key}: {word.Value}"));

    [Fact]
    public void A_sentence_is_short_enough_to_be_read() =>
        Assert.Empty(s_english.Concat(s_french).SelectMany(static word => Sentences().Split(word.Value), static (word, sentence) => (word.Key, Sentence: sentence)).Where(static said => said.Sentence.Split(' ').Length > 32).Select(static said => $"{said.Key}: {said.Sentence}"));

    private static HashSet<string> Filled(string text) => [.. Holes().Matches(text).Select(static match => match.Value)];

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

    [GeneratedRegex(@"(?<=[.!?:;])\s|\n")]
    private static partial Regex Sentences();
}
