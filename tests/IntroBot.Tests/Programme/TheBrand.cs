using System.Text;
using CsCheck;
using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

/// <summary>The organisation's face on the contact's page, and what its privacy notice says.</summary>
public class TheBrand
{
    private const string Seed = "0001ZQZ7Xg52";
    private static readonly Colour s_lightGround = Colour.Read("#f4f2ed")!;
    private static readonly Colour s_darkGround = Colour.Read("#26282d")!;

    [Fact]
    public void A_colour_that_is_too_pale_is_refused_with_the_nearest_that_will_do()
    {
        var mistake = Assert.Single(Example.MistakesOf("brand: { color: \"#0b5\" }\n" + Example.Least));
        Assert.StartsWith("programme.yaml:1: brand.color: #00bb55 has a contrast of 2.3 to 1", mistake, StringComparison.Ordinal);
        Assert.Contains(mistake.Split("brand.color: ")[1], File.ReadAllText(Files.InRepository("docs/programme.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#0a6640")]
    [InlineData("blue")]
    [InlineData("'#12345'")]
    [InlineData("'#gggggg'")]
    public void What_is_no_colour_in_quotes_is_refused(string color) =>
        Assert.StartsWith("programme.yaml:2: brand.color: expected a colour in quotes, like \"#0a6640\"", Assert.Single(Example.MistakesOf($"brand:\n  color: {color}\n" + Example.Least)), StringComparison.Ordinal);

    [Fact]
    public void Whatever_colour_is_taken_or_advised_is_readable_on_light_and_on_dark_ground() =>
        Gen.Byte.Select(Gen.Byte, Gen.Byte).Sample(
            static (red, green, blue) =>
            {
                var colour = new Colour(red, green, blue);
                var advised = colour.Towards(Colour.Black, s_lightGround, 4.5);
                var dark = Colour.Read(BrandSection.Coloured(colour, null).OnDark)!;
                return Colour.Read(colour.ToString()) == colour && advised.Contrast(s_lightGround) >= 4.5 && dark.Contrast(s_darkGround) >= 4.5 && advised.Contrast(Colour.White) >= 4.5;
            },
            seed: Seed,
            iter: 5_000);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "logo.svg", "data:image/svg+xml;base64,")]
    [InlineData("\u0089PNG", "marks/logo.png", "data:image/png;base64,")]
    public void A_logo_stands_in_the_page_itself(string content, string path, string begins)
    {
        var programme = ProgrammeFile.Parse($"brand: {{ logo: {path} }}\n" + Example.Least, "programme.yaml", beside => beside == path ? Encoding.Latin1.GetBytes(content) : null);
        Assert.StartsWith(begins, programme.Brand.Logo, StringComparison.Ordinal);
        Assert.Equal(Brand.Plain.OnLight, programme.Brand.OnLight);
    }

    [Theory]
    [InlineData("logo.svg", null, "there is no file logo.svg of at most 256 KiB beside the programme")]
    [InlineData("logo.png", "GIF89a", "logo.png is neither a PNG nor an SVG file")]
    [InlineData("logo.gif", "GIF89a", "expected a PNG or SVG file beside this one, like logo.svg, found \"logo.gif\"")]
    [InlineData("/etc/logo.png", null, "expected a PNG or SVG file beside this one, like logo.svg, found \"/etc/logo.png\"")]
    public void A_logo_that_is_none_is_refused(string path, string? content, string because)
    {
        var refused = Assert.Throws<ProgrammeException>(() => ProgrammeFile.Parse($"brand: {{ logo: {path} }}\n" + Example.Least, "programme.yaml", _ => content is null ? null : Encoding.UTF8.GetBytes(content)));
        Assert.Equal($"programme.yaml:1: brand.logo: {because}", Assert.Single(refused.Mistakes).ToString());
    }

    [Fact]
    public void The_privacy_notice_is_filled_in_from_the_file()
    {
        var privacy = Example.Documented().Privacy;
        Assert.Equal(("Maison Exemple SAS, 1 rue de la Paix, 75002 Paris", "privacy@example.test", LegalBasis.Consent), (privacy.Controller, privacy.Officer, privacy.Basis));
        Assert.Equal(LegalBasis.Request, Example.Read("privacy: { basis: request }\n" + Example.Least).Privacy.Basis);
    }
}
