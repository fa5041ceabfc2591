namespace IntroBot.Programmes;

/// <summary>
/// What the privacy notice says of the organisation (Art. 13(1)(a)-(c) GDPR). <paramref name="Controller"/> is its full name and address, <paramref name="Officer"/> how its data protection
/// officer is reached; null where the file does not say.
/// </summary>
public sealed record Privacy(string? Controller, string? Officer, LegalBasis Basis)
{
    /// <summary>A programme without the section.</summary>
    public static Privacy Unsaid { get; } = new(null, null, LegalBasis.Consent);
}

/// <summary>The ground on which the details are used once the contact agreed; the controller chooses.</summary>
public enum LegalBasis
{
    /// <summary>Their consent, Art. 6(1)(a) GDPR.</summary>
    Consent,

    /// <summary>Steps at their request before a contract, Art. 6(1)(b) GDPR.</summary>
    Request,
}
