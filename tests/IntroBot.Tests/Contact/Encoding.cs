using System.Net;
using CsCheck;
using IntroBot.Host.Contact;

namespace IntroBot.Tests.Contact;

/// <summary>Whatever stands in a text, it comes out as that text and never as markup.</summary>
public sealed class Encoding(ITestOutputHelper output)
{
    private const int Cases = 100_000;
    private const string Seed = "0000KhO3Vp21";
    private const string Sharp = "<>\"'&`=/ \n\t\u0000\u2028\uFEFFaåé漢😀;#xscript";

    [Fact]
    public void No_text_becomes_markup()
    {
        Gen.String[Gen.Char[Sharp], 0, 40].Sample(
            static text =>
            {
                var markup = ((Html)$"<p title=\"{text}\">{text}</p>").ToString();
                var inside = markup["<p title=\"".Length..^"</p>".Length];
                var end = inside.IndexOf("\">", StringComparison.Ordinal);
                return end >= 0 && inside[..end] == inside[(end + 2)..] && !inside[..end].AsSpan().ContainsAny("<>\"'") && WellFormed(WebUtility.HtmlDecode(inside[..end])) == WellFormed(text);
            },
            seed: Seed,
            iter: Cases);
        output.WriteLine($"promise 16, HTML: n = {Cases} texts, 0 became markup, seed {Seed}");
    }

    // An unpaired surrogate is no character; the encoder writes the replacement for it, as a browser would.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
