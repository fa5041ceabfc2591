using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntroBot.Programmes;

/// <summary>The section <c>brand</c>. The contrast is checked here, because nobody sees it later: text needs 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
internal static partial class BrandSection
{
    private const double LeastContrast = 4.5;
    private static readonly Colour s_lightGround = Colour.Read("#f4f2ed")!;
    private static readonly Colour s_darkGround = Colour.Read("#26282d")!;

    public static Brand Read(Value value, Func<string, byte[]?> beside)
    {
        var section = value.Section();
        var logo = section.Find("logo") is { } file ? Logo(file, beside) : null;
        return section.Find("color") is { } color ? Coloured(Color(color), logo) : Brand.Plain with { Logo = logo };
    }

    public static Brand Coloured(Colour colour, string? logo) =>
        new(colour.ToString(), colour.Towards(Colour.White, s_darkGround, LeastContrast).ToString(), logo);

    private static Colour Color(Value value)
    {
        var colour = value.Parse(Colour.Read, "a colour in quotes, like \"#0a6640\"", Colour.Black);
        var contrast = colour.Contrast(s_lightGround);
        if (contrast < LeastContrast)
        {
            value.Wrong($"{colour} has a contrast of {contrast.ToString("0.0", CultureInfo.InvariantCulture)} to 1 with the page, and text needs {LeastContrast.ToString(CultureInfo.InvariantCulture)}; "
                + $"the nearest that has it is \"{colour.Towards(Colour.Black, s_lightGround, LeastContrast)}\"");
        }

        return colour;
    }

    private static string? Logo(Value value, Func<string, byte[]?> beside)
    {
        var path = value.Match(PathForm(), "a PNG or SVG file beside this one, like logo.svg");
        if (path.Length == 0)
        {
            return null;
        }

        var bytes = beside(path);
        if (bytes is null)
        {
            value.Wrong($"there is no file {path} of at most 256 KiB beside the programme");
            return null;
        }

        if (KindOf(bytes) is not { } kind)
        {
            value.Wrong($"{path} is neither a PNG nor an SVG file");
            return null;
        }

        return $"data:{kind};base64,{Convert.ToBase64String(bytes)}";
    }

    private static string? KindOf(byte[] bytes) =>
        bytes is [0x89, 0x50, 0x4E, 0x47, ..] ? "image/png"
        : Encoding.UTF8.GetString(bytes).Contains("<svg", StringComparison.Ordinal) ? "image/svg+xml"
        : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9_./-]{0,118}\.(svg|png)\z")]
    private static partial Regex PathForm();
}
