namespace IntroBot.Programmes;

/// <summary>A kind reason for "not now", which the introducer reads. <paramref name="Key"/> matches <c>[a-z0-9-]{1,40}</c>.</summary>
public sealed record NotNowReason(string Key, Bilingual Text);
