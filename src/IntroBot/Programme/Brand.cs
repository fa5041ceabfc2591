namespace IntroBot.Programmes;

/// <summary>
/// The organisation's face on the contact's page. <paramref name="OnLight"/> is its colour (<c>#rrggbb</c>), readable on light ground; <paramref name="OnDark"/> the same, lightened until it is readable on
/// dark ground; <paramref name="Logo"/> a <c>data:</c> address, or null.
/// </summary>
public sealed record Brand(string OnLight, string OnDark, string? Logo)
{
    /// <summary>A programme without the section: a quiet blue.</summary>
    public static Brand Plain { get; } = BrandSection.Coloured(Colour.Read("#1f5673")!, null);
}
