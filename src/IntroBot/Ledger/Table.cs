namespace IntroBot.Ledger;

/// <summary>The tables of the store; docs/architecture.md lists the rows of each. The stored name is the lower-case member name.</summary>
public enum Table
{
    /// <summary>One partition per introduction: head, details, events, outbox, request ids.</summary>
    Intro,

    /// <summary>People and what they prefer.</summary>
    People,

    /// <summary>Rebuildable indexes: my introductions, open by route, claims, codes, parked effects.</summary>
    Idx,

    /// <summary>Keyed hash of a contact's address to introductions.</summary>
    Contact,

    /// <summary>Keyed hash of a contact's link to its introduction.</summary>
    Token,

    /// <summary>The programme in force, installations.</summary>
    Config,

    /// <summary>The feed of thanks, and who received which.</summary>
    Kudos,

    /// <summary>Thanks waiting to be posted, one partition per channel.</summary>
    KudosQ,

    /// <summary>Append-only, identity-free record of who did what.</summary>
    Audit,

    /// <summary>Due work, ordered by time within each shard.</summary>
    Work,
}
