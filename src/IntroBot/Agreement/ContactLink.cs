namespace IntroBot.Agreements;

/// <summary>What a link to the contact's page is for.</summary>
public enum LinkPurpose
{
    /// <summary>Forwarded by the introducer, who has not asked them yet: agree or decline.</summary>
    Invite,

    /// <summary>Forwarded by the introducer or the recruiter, since they were introduced on somebody's word: confirm or deny.</summary>
    Word,

    /// <summary>The contact's alone, given to them when they answered.</summary>
    Own,
}

/// <summary>A link as an introduction's head names it. <paramref name="Hash"/> is all that is stored of its token; <paramref name="Generation"/> tells it from those before it.</summary>
public sealed record ContactLink(string Hash, LinkPurpose Purpose, int Generation);
