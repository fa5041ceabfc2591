using System.Globalization;

namespace IntroBot.Programmes;

/// <summary>A colour of the web, each part from 0 to 255.</summary>
internal sealed record Colour(byte Red, byte Green, byte Blue)
{
    public static Colour White { get; } = new(255, 255, 255);

    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>; null when it is neither.</summary>
    public static Colour? Read(string text)
    {
        var digits = text is ['#', _, _, _] ? $"{text[1]}{text[1]}{text[2]}{text[2]}{text[3]}{text[3]}" : text is ['#', .. { Length: 6 } six] ? six : "";
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : null;
    }

    /// <summary>Contrast with another colour, 1 to 21 (WCAG 2.2, contrast ratio).</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(one, two) / Math.Min(one, two);
    }

    /// <summary>The colour itself, or the nearest mixture with <paramref name="end"/> that has a contrast of at least <paramref name="least"/> with <paramref name="ground"/>.</summary>
    public Colour Towards(Colour end, Colour ground, double least) =>
        Enumerable.Range(0, 101).Select(percent => Mixed(end, percent / 100.0)).First(mixed => mixed.Contrast(ground) >= least || mixed == end);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"#{Red:x2}{Green:x2}{Blue:x2}");

    private Colour Mixed(Colour end, double share) => new(Mixed(Red, end.Red, share), Mixed(Green, end.Green, share), Mixed(Blue, end.Blue, share));

    private static byte Mixed(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
